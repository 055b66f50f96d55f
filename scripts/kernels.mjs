// Compiles the kernels in kernels/ to WebAssembly: `npm run kernels`. What it writes is committed, so only who changes a
// kernel needs the compiler, which is large and therefore no dependency: npx fetches it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const COMPILER = 'assemblyscript@0.28.20';
const TARGETS = [
  ['kernels/network.ts', 'src/language/network-kernels.ts'],
  ['kernels/bag.ts', 'src/reader/judges/bag-kernels.ts'],
  ['kernels/training.ts', 'training/training-kernels.ts'],
];

const folder = mkdtempSync(path.join(tmpdir(), 'kernels-'));
for (const [source, target] of TARGETS) {
  const wasm = path.join(folder, 'kernels.wasm');
  const flags = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--importMemory', '--initialMemory', '1'];
  execFileSync('npx', ['--yes', '--package', COMPILER, 'asc', source, ...flags, '-o', wasm], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const bytes = readFileSync(wasm);
  writeFileSync(
    target,
    `// Made by \`npm run kernels\` from ${source}; do not edit.
export const SOURCE_SHA256 = '${createHash('sha256').update(readFileSync(source)).digest('hex')}';
// biome-ignore format: one long string
export const KERNELS = '${bytes.toString('base64')}';
`,
  );
  process.stdout.write(`${target}: ${bytes.length} bytes of WebAssembly\n`);
}
rmSync(folder, { recursive: true });
