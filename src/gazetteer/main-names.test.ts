import { expect, it } from 'vitest';
import { loadGazetteer, loadMainNames } from './index.js';

it('knows states and bodies by id and main name as the gazetteer does', () => {
  const gazetteer = loadGazetteer();
  const mainName = loadMainNames();
  const main = [...gazetteer.parties.values()].filter(({ kind }) => kind === 'state' || kind === 'body');
  expect(main.length).toBeGreaterThan(400);
  for (const { id, name } of main) {
    expect(mainName(id.toLowerCase())).toEqual({ id, name });
    expect(`${name}: ${mainName(name)?.id}`).toBe(`${name}: ${gazetteer.lookup(name)}`);
  }
});

it('leaves other names to the gazetteer', () => {
  expect(loadMainNames()('Beijing')).toBeUndefined();
});
