import * as z from 'zod';
import { IsoDate, LastMoment } from './iso-date.ts';
import { fullQuery, page, pageQuery } from './page.ts';
import { CaseView } from './case.ts';
import { shortText } from './text.ts';

/** Filters of `GET /cases`; all of them must hold. */
export const caseFilters = {
  status: shortText.transform((status) => status.toLowerCase()).optional(),
  category: shortText.optional(),
  product: shortText.optional(),
  customer: shortText.optional(),
  updated_from: IsoDate.optional(),
  updated_to: LastMoment.optional(),
} as const;

/** Query of `GET /cases`. */
export const CaseListQuery = z.strictObject({ ...pageQuery, ...caseFilters, ...fullQuery });

/** A page of cases; without `full=true` its items leave out description, resolution and feed. */
export const CasePageView = page(CaseView);
