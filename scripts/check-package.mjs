// The published shape: packs the package, installs the tarball in an empty folder, runs the command and imports each
// subpath, types included.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, root } from './setup.mjs';

const shell = process.platform === 'win32';
const folder = mkdtempSync(join(tmpdir(), 'entente-package-'));
const quiet = { encoding: 'utf8', shell, stdio: ['ignore', 'pipe', 'pipe'] };
try {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      ...quiet,
      cwd: root,
    }),
  );
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  const install = [
    'install',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--loglevel=error',
    join(folder, packed.filename),
  ];
  execFileSync('npm', install, { ...quiet, cwd: folder });
  const command = join(folder, 'node_modules', '.bin', shell ? 'entente.cmd' : 'entente');
  const help = execFileSync(command, ['--help'], { ...quiet, cwd: folder });
  if (!help.includes('entente')) fail('entente --help prints no help');

  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const subpaths = Object.keys(exports).filter((name) => !name.endsWith('.json'));
  const names = subpaths.map((name) => name.replace(/^\./, 'entente-ir'));
  const imports = names.map((name, i) => `import * as m${i} from '${name}';`).join('\n');
  const uses = names
    .map((_, i) => `if (Object.keys(m${i}).length === 0) throw new Error('${names[i]} is empty');`)
    .join('\n');
  writeFileSync(join(folder, 'use.mjs'), `${imports}\n${uses}\n`);
  execFileSync(process.execPath, ['use.mjs'], { ...quiet, cwd: folder, shell: false });
  writeFileSync(
    join(folder, 'use.ts'),
    `${imports}\nexport const all = [${names.map((_, i) => `m${i}`).join(', ')}];\n`,
  );
  const flags = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--target',
    'ES2023',
    '--module',
    'NodeNext',
    '--types',
    'node',
  ];
  const typeRoots = ['--typeRoots', join(root, 'node_modules', '@types')];
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), ...flags, ...typeRoots, 'use.ts'],
    {
      ...quiet,
      cwd: folder,
      shell: false,
    },
  );
  process.stderr.write(
    `  ${packed.filename}: ${(packed.size / 1e6).toFixed(1)} MB, ${subpaths.length} subpaths\n`,
  );
} catch (error) {
  fail(`the published package does not work: ${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
