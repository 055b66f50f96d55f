/** Columns that all kinds of entries share, with the model's names. */
const COMMON = `
  replace(e.id::VARCHAR, '-', '') AS id,
  lower(hex(d.id)) AS document,
  list_concat([{'start': e.start, 'end': e.start + e.length}], e.further) AS passages,
  (SELECT substring(t.text, e.start + 1, e.length) FROM store.document t WHERE t.key = r.document) AS quote,
  e.speaker,
  e.attribution,
  e.modality,
  e.confidence,
  coalesce(e.reader, r.reader) AS reader,
  r.recorded,
  coalesce(e.first_day, r.first_day) AS firstDay,
  coalesce(e.last_day, r.last_day) AS lastDay`;

const CURRENT = `
  FROM store.entry e
  JOIN store.reading r ON r.key = e.reading
  JOIN store.document d ON d.key = r.document
  WHERE NOT EXISTS (SELECT 1 FROM store.superseded o WHERE o.reading = e.reading)`;

const WORDS = `coalesce(e.words,
  (SELECT substring(t.text, e.words_start + 1, e.words_length) FROM store.document t WHERE t.key = r.document))`;

function entryView(name: string, kind: string, columns: string): string {
  return `CREATE VIEW ${name} AS SELECT ${COMMON}, ${columns} ${CURRENT} AND e.kind = '${kind}'`;
}

/** Subqueries, so that a query that does not ask for a list does not pay for it. */
function side(name: string): string {
  return `(SELECT list(p.party ORDER BY p.ordinal) FROM store.entry_party p WHERE p.entry = e.key AND p.side = '${name}')`;
}

function listOf(name: string): string {
  return `coalesce(${side(name)}, [])`;
}

const TIE_DATES = `${side('against')} AS against, e.instrument, e.date AS since, e.date_basis AS sinceBasis, e.until,
     e.until_basis AS untilBasis, e.status`;

/**
 * What people see who open the file with R, Python or SQL: the current entries under the model's names, ids in
 * hexadecimal, parties as lists of ids. `quote` is the first passage's words, cut from the text when asked for.
 */
export const VIEWS: readonly string[] = [
  `CREATE VIEW documents AS SELECT
    lower(hex(d.id)) AS id, r.title, r.genre, r.published, r.delivered, r.authors, r.speaker, r.language,
    d.code_points AS codePoints, r.reader, r.recorded, r.entries, r.first_day AS firstDay, r.last_day AS lastDay,
    (SELECT list({'path': path, 'title': s.title, 'publisher': publisher, 'url': url, 'read': read} ORDER BY path)
     FROM store.source s WHERE s.document = d.key) AS sources,
    d.text
   FROM store.document d JOIN store.reading r ON r.document = d.key
   WHERE NOT EXISTS (SELECT 1 FROM store.superseded o WHERE o.reading = r.key)`,
  `CREATE VIEW readings AS SELECT
    lower(hex(d.id)) AS document, r.reader, r.recorded, r.entries, o.reading IS NULL AS current
   FROM store.reading r JOIN store.document d ON d.key = r.document
   LEFT JOIN store.superseded o ON o.reading = r.key`,
  entryView(
    'events',
    'event',
    `e.type, e.cameo, e.mode, coalesce(e.labels, []) AS contexts, e.date, e.date_basis AS dateBasis,
     ${listOf('source')} AS source, ${listOf('recipient')} AS recipient, e."symmetric", e.place, e.quad, e.intensity`,
  ),
  entryView(
    'ties',
    'tie',
    `e.type AS tie, e.grade, e.grade_normalised AS gradeNormalised, e.name, ${listOf('party')} AS parties,
     ${TIE_DATES}`,
  ),
  entryView(
    'commitments',
    'commitment',
    `${listOf('obligor')} AS obligors, ${listOf('beneficiary')} AS beneficiaries, ${WORDS} AS action,
     coalesce(e.labels, []) AS areas, e.date AS due, e.date_basis AS dueBasis`,
  ),
  entryView(
    'claims',
    'claim',
    `${listOf('about')} AS about, e.stance, ${WORDS} AS proposition, coalesce(e.labels, []) AS principles`,
  ),
  entryView(
    'measures',
    'measure',
    `e.type AS quantity, e.base AS "of", ${listOf('party')} AS parties, e.value, e.unit, e.date AS period,
     e.date_basis AS periodBasis, e.change`,
  ),
  `CREATE VIEW entry_parties AS SELECT
    replace(e.id::VARCHAR, '-', '') AS entry, e.kind, p.side, p.party, p.role, p.start, p.start + p.length AS "end"
   FROM store.entry_party p JOIN store.entry e ON e.key = p.entry
   WHERE NOT EXISTS (SELECT 1 FROM store.superseded o WHERE o.reading = p.reading)`,
  `CREATE VIEW parties AS SELECT
    id, kind, name, aliases, belongs_to AS "of", iso3, cow, gw, qid, since, until FROM store.party`,
  `CREATE VIEW instruments AS SELECT
    id, kind, name, aliases, signed, in_force AS inForce, until, parties FROM store.instrument`,
  `CREATE VIEW assessments AS SELECT
    id, commitment, status, score, evidence, guideline, "at", assessor AS "by" FROM store.assessment`,
  `CREATE VIEW verdicts AS SELECT
    id, document, entry_kind AS entryKind, {'start': start, 'end': start + length} AS passage, verdict, correction,
    reviewer, "at" FROM store.verdict`,
];

/** Schema 2: ties tell what the register that asserts them covers. */
export const TIES_WITH_COVERAGE: readonly string[] = [
  'DROP VIEW ties',
  entryView(
    'ties',
    'tie',
    `e.type AS tie, e.grade, e.grade_normalised AS gradeNormalised, e.name, ${listOf('party')} AS parties,
     ${TIE_DATES}, e.covered_since AS coveredSince, e.covered_until AS coveredUntil`,
  ),
];

/** Schema 4: claims tell with whom they contrast, and which words they keep at a distance. */
export const CLAIMS_WITH_CONTRAST: readonly string[] = [
  'DROP VIEW claims',
  entryView(
    'claims',
    'claim',
    `${listOf('about')} AS about, e.stance, ${WORDS} AS proposition, coalesce(e.labels, []) AS principles,
     ${listOf('contrast')} AS contrast, coalesce(e.distanced, []) AS distanced`,
  ),
];

/** Schema 5: claims tell who else holds them. */
export const CLAIMS_HELD_JOINTLY: readonly string[] = [
  'DROP VIEW claims',
  entryView(
    'claims',
    'claim',
    `${listOf('about')} AS about, e.stance, ${WORDS} AS proposition, coalesce(e.labels, []) AS principles,
     ${listOf('jointly')} AS jointly, ${listOf('contrast')} AS contrast, coalesce(e.distanced, []) AS distanced`,
  ),
];
