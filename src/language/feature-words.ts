/** Words whose UD features no tag or ending tells, as UD English EWT has them: pronouns, determiners, some adverbs. */

const table = (rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(rows).flatMap(([features, forms]) =>
      forms.split(' ').map((form): [string, string] => [form, features]),
    ),
  );

/** Personal and reflexive pronouns (PRP); "it" and "you" are also accusative, which only the tree tells. */
export const PERSONAL = table({
  'Case=Nom|Number=Sing|Person=1|PronType=Prs': 'i',
  'Case=Acc|Number=Sing|Person=1|PronType=Prs': 'me',
  'Case=Nom|Number=Plur|Person=1|PronType=Prs': 'we',
  'Case=Acc|Number=Plur|Person=1|PronType=Prs': "us 's ’s",
  'Case=Nom|Person=2|PronType=Prs': 'you ye thou',
  'Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs': 'he',
  'Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs': 'him',
  'Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs': 'she',
  'Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs': 'her',
  'Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs': 'it',
  'Case=Nom|Number=Plur|Person=3|PronType=Prs': 'they',
  'Case=Acc|Number=Plur|Person=3|PronType=Prs': "them 'em ’em",
  'Number=Sing|Person=3|PronType=Prs': 'one',
  'Number=Sing|Person=1|Poss=Yes|PronType=Prs': 'mine',
  'Number=Plur|Person=1|Poss=Yes|PronType=Prs': 'ours',
  'Person=2|Poss=Yes|PronType=Prs': 'yours',
  'Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs': 'his',
  'Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs': 'hers',
  'Number=Plur|Person=3|Poss=Yes|PronType=Prs': 'theirs',
  'Case=Acc|Number=Sing|Person=1|PronType=Prs|Reflex=Yes': 'myself',
  'Case=Acc|Number=Plur|Person=1|PronType=Prs|Reflex=Yes': 'ourselves',
  'Case=Acc|Number=Sing|Person=2|PronType=Prs|Reflex=Yes': 'yourself',
  'Case=Acc|Number=Plur|Person=2|PronType=Prs|Reflex=Yes': 'yourselves',
  'Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes': 'himself',
  'Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes': 'herself',
  'Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes': 'itself',
  'Case=Acc|Number=Plur|Person=3|PronType=Prs|Reflex=Yes': 'themselves',
});

/** Possessive pronouns before a noun (PRP$). */
export const POSSESSIVE = table({
  'Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs': 'my',
  'Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs': 'our',
  'Case=Gen|Person=2|Poss=Yes|PronType=Prs': 'your',
  'Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs': 'his',
  'Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs': 'her',
  'Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs': 'its',
  'Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs': 'their',
});

/** Determiners and the pronouns that are spelt like them (DT, PDT). */
export const DETERMINERS = table({
  'Definite=Def|PronType=Art': 'the',
  'Definite=Ind|PronType=Art': 'a an',
  'Number=Sing|PronType=Dem': 'this that',
  'Number=Plur|PronType=Dem': 'these those',
  'PronType=Ind': 'some any another either such quite half',
  'PronType=Neg': 'no neither',
  'PronType=Tot': 'all both each every',
});

/** Indefinite pronouns (NN). */
export const INDEFINITE = table({
  'Number=Sing|PronType=Ind': 'anybody anyone anything somebody someone something',
  'Number=Sing|PronType=Tot': 'everybody everyone everything',
  'Number=Sing|PronType=Neg': 'nobody nothing one',
  'PronType=Neg': 'none',
});

/** Question words as most sentences have them; the tree tells which are relative. */
export const QUESTIONS = table({
  'PronType=Int': 'what whatever how when why where wherever however',
  'PronType=Rel': 'that which who whom whoever whomever whichever whenever whereby wherein whereupon',
  'Poss=Yes|PronType=Rel': 'whose',
});

/** Adverbs with features (RB); the others in their positive degree have none. */
export const ADVERBS = table({
  'Degree=Pos': 'hard well far late soon long early little badly high low close fast',
  'PronType=Dem': 'here there now then',
  'PronType=Ind': 'ever either anytime anywhere sometime sometimes somewhere somehow anyhow',
  'PronType=Tot': 'always everywhere',
  'PronType=Neg': 'never nowhere neither',
  'NumForm=Word|NumType=Ord': 'first second third',
  'NumForm=Word|NumType=Mult': 'once twice thrice',
});

/** Ordinal numbers in words. */
export const ORDINALS: ReadonlySet<string> = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth twentieth'.split(
    ' ',
  ),
);

/** Nouns that are plural only. */
export const PLURAL_ONLY: ReadonlySet<string> = new Set(
  `arms auspices belongings billiards clothes confines contents credentials dynamics earnings economics electronics
   finances genetics geopolitics glasses goods grounds headquarters jeans manners means netherlands outskirts pants
   philippines politics premises proceedings proceeds regards remains savings scissors specifics supplies surroundings
   thanks trousers troops whereabouts`.split(/\s+/),
);

/** Abbreviations, lower case, without a final period. */
export const ABBREVIATED: ReadonlySet<string> = new Set(
  `jan feb mar apr aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun etc no vs vol mins yrs hrs
   asap thru ppl eg ie aka`.split(/\s+/),
);
