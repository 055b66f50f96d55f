import { expectTypeOf, test } from 'vitest';
import type * as server from '../../src/server/index.js';
import type * as web from '../../src/web/api.js';
import type * as standing from '../../src/web/api-standing.js';

/** The page declares the server's answers for itself; the type check fails here where the two differ. */
test('the page expects what the server answers', () => {
  expectTypeOf<server.AboutAnswer>().toEqualTypeOf<web.AboutAnswer>();
  expectTypeOf<server.DocumentsAnswer>().toExtend<web.DocumentsAnswer>();
  expectTypeOf<server.DocumentAnswer>().toExtend<web.DocumentAnswer>();
  expectTypeOf<server.PartiesAnswer>().toExtend<web.PartiesAnswer>();
  expectTypeOf<server.PartyAnswer>().toExtend<web.PartyAnswer>();
  expectTypeOf<server.PairAnswer>().toExtend<web.PairAnswer>();
  expectTypeOf<server.EntriesAnswer>().toExtend<web.EntriesAnswer>();
  expectTypeOf<server.EntryAnswer>().toExtend<web.EntryAnswer>();
  expectTypeOf<server.LadderAnswer>().toExtend<standing.LadderAnswer>();
  expectTypeOf<server.MembershipsAnswer>().toExtend<standing.MembershipsAnswer>();
  expectTypeOf<server.CommitmentsAnswer>().toExtend<standing.CommitmentsAnswer>();
  expectTypeOf<server.ExplainAnswer>().toExtend<web.ExplainAnswer>();
});
