import { ArticlePath } from '#contracts/article.ts';
import { ArticleDiffQuery } from '#contracts/article-diff.ts';
import { VersionListQuery, VersionPath } from '#contracts/article-version.ts';
import { ArticleApproval, ArticleMerge, ProposalAcceptance, Rejection } from '#contracts/review-decisions.ts';
import { ReviewQueueQuery } from '#contracts/review-queue.ts';
import { acceptProposal, type AcceptProposalDeps } from '#core/use-cases/accept-proposal.ts';
import type { AnswerOnceDeps } from '#core/use-cases/answer-once.ts';
import { approveArticle } from '#core/use-cases/approve-article.ts';
import { diffArticle, type DiffArticleDeps } from '#core/use-cases/diff-article.ts';
import { getArticleVersion } from '#core/use-cases/get-article-version.ts';
import { listClaims, type ListClaimsDeps } from '#core/use-cases/list-claims.ts';
import type { ListReviewQueueDeps } from '#core/use-cases/list-review-queue.ts';
import { mergeArticles, type MergeArticlesDeps } from '#core/use-cases/merge-articles.ts';
import { rejectArticle, type RejectArticleDeps } from '#core/use-cases/reject-article.ts';
import { rejectProposal } from '#core/use-cases/reject-proposal.ts';
import { changedArticle } from '#lambdas/shared/article-answer.ts';
import { ifMatchVersion } from '#lambdas/shared/etag.ts';
import { json } from '#lambdas/shared/json.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { routeOnce } from '#lambdas/shared/route.ts';
import { queuePages } from './queue-pages.ts';
import { versionPages } from './version-pages.ts';

export type ReviewDeps = AcceptProposalDeps &
  AnswerOnceDeps &
  DiffArticleDeps &
  ListClaimsDeps &
  ListReviewQueueDeps &
  MergeArticlesDeps &
  RejectArticleDeps;

/** The history of articles, what waits for people, and what they decide. */
export const createHandler = (deps: ReviewDeps) => {
  const [queue, versions] = [queuePages(deps), versionPages(deps)];
  const version = getArticleVersion(deps);
  const diff = diffArticle(deps);
  const claims = listClaims(deps);
  const approve = approveArticle(deps);
  const reject = rejectArticle(deps);
  const merge = mergeArticles(deps);
  const accept = acceptProposal(deps);
  const drop = rejectProposal(deps);

  return routeOnce(deps)({
    listReviewQueue: operation(
      { path: nothing, query: ReviewQueueQuery, body: noBody },
      async ({ caller, query }) => json(200, await queue(caller.tenant, query)),
    ),

    listArticleVersions: operation(
      { path: ArticlePath, query: VersionListQuery, body: noBody },
      async ({ caller, path, query }) => json(200, await versions(caller.tenant, path.id, query)),
    ),

    getArticleVersion: operation(
      { path: VersionPath, query: nothing, body: noBody },
      async ({ caller, path }) => json(200, await version(caller.tenant, path.id, path.version)),
    ),

    diffArticle: operation(
      { path: ArticlePath, query: ArticleDiffQuery, body: noBody },
      async ({ caller, path, query }) => json(200, await diff(caller.tenant, { ...path, ...query })),
    ),

    listArticleClaims: operation(
      { path: ArticlePath, query: nothing, body: noBody },
      async ({ caller, path }) => json(200, { claims: await claims(caller, path.id) }),
    ),

    approveArticle: operation(
      { path: ArticlePath, query: nothing, body: ArticleApproval },
      async ({ caller, path, body, headers }) =>
        changedArticle('approved', await approve(caller, path.id, body, ifMatchVersion(headers['if-match']))),
    ),

    rejectArticle: operation(
      { path: ArticlePath, query: nothing, body: Rejection },
      async ({ caller, path, body, headers }) =>
        changedArticle(
          'rejected',
          await reject(caller, path.id, body.reason, ifMatchVersion(headers['if-match'])),
        ),
    ),

    mergeArticle: operation(
      { path: ArticlePath, query: nothing, body: ArticleMerge },
      async ({ caller, path, body, headers }) =>
        changedArticle('merged', await merge(caller, path.id, body, ifMatchVersion(headers['if-match']))),
    ),

    acceptProposal: operation(
      { path: ArticlePath, query: nothing, body: ProposalAcceptance },
      async ({ caller, path, body, headers }) =>
        changedArticle(
          'proposal_accepted',
          await accept(caller, path.id, body.reason, ifMatchVersion(headers['if-match'])),
        ),
    ),

    rejectProposal: operation(
      { path: ArticlePath, query: nothing, body: Rejection },
      async ({ caller, path, body, headers }) =>
        changedArticle(
          'proposal_rejected',
          await drop(caller, path.id, body.reason, ifMatchVersion(headers['if-match'])),
        ),
    ),
  });
};
