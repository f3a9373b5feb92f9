import * as z from 'zod';
import { ArticleListItem } from './article.ts';
import { ArticleState, Audience } from './article-state.ts';
import { IsoDate, LastMoment } from './iso-date.ts';
import { fullQuery, page, pageQuery } from './page.ts';
import { shortText } from './text.ts';

/** Filters of `GET /knowledge`; all of them must hold. `tags` names one tag. */
export const articleFilters = {
  state: ArticleState.optional(),
  category: shortText.optional(),
  product: shortText.optional(),
  audience: Audience.optional(),
  tags: shortText.optional(),
  updated_from: IsoDate.optional(),
  updated_to: LastMoment.optional(),
} as const;

/** Query of `GET /knowledge`. */
export const ArticleListQuery = z.strictObject({ ...pageQuery, ...articleFilters, ...fullQuery });

/** A page of articles; without `full=true` its items leave out their content. */
export const ArticlePageView = page(ArticleListItem);
