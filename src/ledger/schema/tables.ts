/**
 * The ledger at rest. Documents, readings and entries have integer keys in the order in which they came; the entries of
 * one reading have consecutive ones. Offsets are code points. Nothing is updated: a reading that was replaced stays, with a
 * row in `superseded`. Words that stand in the text (a commitment's action, a claim's proposition) are kept as offsets.
 */
export const TABLES: readonly string[] = [
  'CREATE SCHEMA store',
  'CREATE TABLE store.schema_version (version INTEGER, applied VARCHAR)',
  `CREATE TABLE store.document (
    key INTEGER,
    id BLOB, -- SHA-256 of the text
    code_points INTEGER,
    text VARCHAR
  )`,
  `CREATE TABLE store.source (
    document INTEGER,
    path VARCHAR,
    title VARCHAR,
    publisher VARCHAR,
    url VARCHAR,
    read VARCHAR,
    metadata UBIGINT -- hash of what this source says about the document
  )`,
  `CREATE TABLE store.reading (
    key INTEGER,
    document INTEGER,
    reader VARCHAR,
    recorded VARCHAR,
    metadata UBIGINT, -- hash of the columns from title to language
    title VARCHAR,
    genre VARCHAR,
    published VARCHAR,
    delivered VARCHAR,
    authors VARCHAR[],
    speaker VARCHAR,
    language VARCHAR,
    first_day DATE, -- of publication, else of delivery
    last_day DATE,
    first_entry BIGINT,
    entries INTEGER
  )`,
  'CREATE TABLE store.superseded (reading INTEGER, successor INTEGER)',
  `CREATE TABLE store.entry (
    key BIGINT,
    reading INTEGER,
    id UUID,
    kind VARCHAR,
    type VARCHAR, -- PLOVER type, type of tie, or quantity
    speaker VARCHAR,
    modality VARCHAR,
    confidence DOUBLE,
    reader VARCHAR, -- where it is not the reading's
    attribution STRUCT(party VARCHAR, verb VARCHAR, modality VARCHAR)[],
    start INTEGER, -- the first passage
    length INTEGER,
    further STRUCT("start" INTEGER, "end" INTEGER)[], -- passages after the first
    first_day DATE, -- of the entry's own date or dates
    last_day DATE,
    date VARCHAR, -- date of an event, since of a tie, due of a commitment, period of a measure
    date_basis VARCHAR,
    until VARCHAR,
    until_basis VARCHAR,
    labels VARCHAR[], -- contexts of an event, areas of a commitment, principles of a claim
    words_start INTEGER, -- action of a commitment, proposition of a claim
    words_length INTEGER,
    words VARCHAR, -- the same where it does not stand in the text as it is
    cameo VARCHAR,
    mode VARCHAR,
    "symmetric" BOOLEAN,
    place VARCHAR,
    quad UTINYINT,
    intensity DOUBLE,
    grade VARCHAR,
    grade_normalised VARCHAR,
    name VARCHAR,
    instrument VARCHAR,
    status VARCHAR,
    targeted BOOLEAN, -- whether a tie says against whom, be it nobody
    stance VARCHAR,
    base VARCHAR,
    value DOUBLE,
    unit VARCHAR,
    change DOUBLE
  )`,
  `CREATE TABLE store.entry_party (
    entry BIGINT,
    reading INTEGER,
    side VARCHAR, -- source, recipient, party, against, obligor, beneficiary, about
    ordinal USMALLINT,
    party VARCHAR,
    role VARCHAR,
    start INTEGER,
    length INTEGER
  )`,
  `CREATE TABLE store.party (
    id VARCHAR, kind VARCHAR, name VARCHAR,
    aliases STRUCT(form VARCHAR, since VARCHAR, until VARCHAR)[],
    belongs_to VARCHAR, iso3 VARCHAR, cow INTEGER, gw INTEGER, qid VARCHAR, since VARCHAR, until VARCHAR
  )`,
  `CREATE TABLE store.instrument (
    id VARCHAR, kind VARCHAR, name VARCHAR, aliases VARCHAR[], signed VARCHAR, in_force VARCHAR, until VARCHAR,
    parties STRUCT(party VARCHAR, since VARCHAR, until VARCHAR)[]
  )`,
  `CREATE TABLE store.assessment (
    id VARCHAR, commitment VARCHAR, status VARCHAR, score TINYINT, evidence VARCHAR[], guideline VARCHAR,
    "at" VARCHAR, assessor VARCHAR
  )`,
  `CREATE TABLE store.verdict (
    id VARCHAR, document VARCHAR, entry_kind VARCHAR, start INTEGER, length INTEGER, verdict VARCHAR,
    correction VARCHAR, reviewer VARCHAR, "at" VARCHAR
  )`,
];

/** Schema 2: what the register that asserts a tie covers; EDTF. */
export const COVERAGE_COLUMNS: readonly string[] = [
  'ALTER TABLE store.entry ADD COLUMN covered_since VARCHAR',
  'ALTER TABLE store.entry ADD COLUMN covered_until VARCHAR',
];

/** Schema 4: the words that a claim keeps at a distance; its contrast is a side of `store.entry_party`. */
export const DISTANCED_COLUMN = 'ALTER TABLE store.entry ADD COLUMN distanced VARCHAR[]';
