// Floors: each folder of src imports only from floors below it, and only through their index.ts.
const floors = ['record', 'language', 'gazetteer', 'reader', 'ledger', 'server', 'cli'];

const upward = floors.slice(0, -1).map((floor, level) => ({
  name: `${floor}-imports-no-higher-floor`,
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: { path: `^src/(${[...floors.slice(level + 1), 'web'].join('|')})/` },
}));

const insides = [...floors, 'web'].map((floor) => ({
  name: `only-the-face-of-${floor}`,
  comment: 'Other folders import index.ts, not the insides.',
  severity: 'error',
  from: { path: '^src/', pathNot: [`^src/${floor}/`] },
  to: { path: `^src/${floor}/`, pathNot: [`^src/${floor}/index\\.ts$`] },
}));

module.exports = {
  forbidden: [
    ...upward,
    ...insides,
    {
      name: 'language-knows-nothing-of-politics',
      severity: 'error',
      from: { path: '^src/language/' },
      to: { path: '^src/(?!language/)' },
    },
    {
      name: 'record-does-no-io',
      severity: 'error',
      from: { path: '^src/record/', pathNot: '\\.test\\.ts$' },
      to: {
        dependencyTypes: ['core'],
        path: '^(fs|node:fs|http|node:http|net|child_process|worker_threads)',
      },
    },
    {
      name: 'web-imports-types-and-language-only',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/(?!web/|record/|language/)' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte'] },
  },
};
