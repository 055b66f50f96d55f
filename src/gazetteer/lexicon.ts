import { type Atom, atomsOf } from './atoms.js';
import type { Sense } from './senses.js';

/** A trie over atoms whose nodes hold what the form that ends there may mean. */
export interface TrieNode {
  readonly next: Map<number, TrieNode>;
  readonly senses: Sense[];
}

/** What `findMentions` walks. Built by `loadGazetteer`; of no use on its own. */
export interface Lexicon {
  readonly atomIds: Map<string, number>;
  readonly root: TrieNode;
  /** The nodes below the root, by atom: most words begin no form. */
  readonly first: (TrieNode | undefined)[];
  /** Atoms of tokens met so far; texts repeat their words. */
  readonly tokens: Map<string, TokenAtoms>;
}

/** One token cut into atoms; 0 is an atom that no form holds. */
export interface TokenAtoms {
  readonly ids: readonly number[];
  readonly atoms: readonly Atom[];
  /** Whether a form begins with one of them; most tokens hold none. */
  readonly begins: boolean;
}

export function emptyLexicon(): Lexicon {
  return { atomIds: new Map(), root: newNode(), first: [], tokens: new Map() };
}

/** Adds a form with one of its senses; the sense gets the form's shape. */
export function addForm(lexicon: Lexicon, form: string, sense: Unshaped): void {
  const atoms = atomsOf(form);
  // "Asean" and "Nato" are written too; "Eu" and "Plan" are not.
  const soft = sense.role === 'party' && sense.of === 'body';
  let node = lexicon.root;
  for (const atom of atoms) {
    let id = lexicon.atomIds.get(atom.text);
    if (id === undefined) {
      id = lexicon.atomIds.size + 1;
      lexicon.atomIds.set(atom.text, id);
    }
    let next = node.next.get(id);
    if (next === undefined) {
      next = newNode();
      node.next.set(id, next);
      if (node === lexicon.root) setFirst(lexicon.first, id, next);
    }
    node = next;
  }
  node.senses.push(shaped(sense, atoms.map((atom) => capitalsOf(atom, soft)).join('')));
}

type Unshaped = DistributiveOmit<Sense, 'shape'>;

/** Written out, so that senses of a role have one shape to the engine, too: it is slow with many. */
function shaped(sense: Unshaped, shape: string): Sense {
  switch (sense.role) {
    case 'party': {
      const { role, id, of, form, use, via, since, until } = sense;
      return { role, id, of, form, use, via, since, until, shape };
    }
    case 'person': {
      const { role, id, name, surname, since, until } = sense;
      return { role, id, name, surname, since, until, shape };
    }
    case 'place': {
      const { role, id, within, settled } = sense;
      return { role, id, within, settled, shape };
    }
    case 'office': {
      const { role, sector, rank, kind } = sense;
      return { role, sector, rank, kind, shape };
    }
    case 'instrument':
      return { role: sense.role, id: sense.id, shape };
    case 'other':
      return { role: sense.role, shape };
  }
}

/** Without holes, which would make it slow. */
function setFirst(first: (TrieNode | undefined)[], id: number, node: TrieNode): void {
  while (first.length <= id) first.push(undefined);
  first[id] = node;
}

/** The atoms of one token as written. */
export function tokenAtoms(lexicon: Lexicon, form: string): TokenAtoms {
  const known = lexicon.tokens.get(form);
  if (known !== undefined) return known;
  if (lexicon.tokens.size >= MOST_TOKENS) lexicon.tokens.clear();
  const atoms = atomsOf(form);
  const ids = atoms.map((atom) => lexicon.atomIds.get(atom.text) ?? 0);
  const token = { ids, atoms, begins: ids.some((id) => lexicon.first[id] !== undefined) };
  lexicon.tokens.set(form, token);
  return token;
}

const MOST_TOKENS = 100_000;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

function newNode(): TrieNode {
  return { next: new Map(), senses: [] };
}

function capitalsOf(atom: Atom, soft: boolean): string {
  if (atom.letterCase === 0) return 'l';
  // "LeT" is no "let"; but longer ones are also written plainly (YouTube, Youtube).
  if (atom.letterCase === 3 && atom.text.length <= 4) return 'M';
  if (atom.letterCase !== 2) return 'C';
  if (WORDS_TOO.has(atom.text)) return 'W';
  return soft && atom.text.length >= 4 && /[aeiou]/.test(atom.text) ? 'C' : 'A';
}

/** Abbreviations that are common words as well, so that a headline in capitals does not tell them apart. */
const WORDS_TOO = new Set(
  'us who is it as am an ad at be he in me my to up we so no do or if can may aids era safe quad car'.split(
    ' ',
  ),
);
