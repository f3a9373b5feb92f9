import type { ArticleVersionItem } from '#contracts/article-version.ts';
import type { VersionHead } from '#core/ports/article-versions.ts';

/** A version as the API shows it; `current` is the version of the article's row. */
export const versionView = (
  { version, change, at, state, title }: VersionHead,
  current: number,
): ArticleVersionItem => ({
  version,
  kind: change.kind,
  by: change.by,
  at,
  state,
  title: title ?? null,
  ...(change.reason !== undefined && { reason: change.reason }),
  ...(change.other_id !== undefined && { other_id: change.other_id }),
  current: version === current,
});
