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
import { json } from '#lambdas/shared/json.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { routeOnce } from '#lambdas/shared/route.ts';
import { decision } from './decision.ts';
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

    approveArticle: decision('approved', ArticleApproval, approve),
    rejectArticle: decision('rejected', Rejection, (caller, id, { reason }, ifMatch) =>
      reject(caller, id, reason, ifMatch),
    ),
    mergeArticle: decision('merged', ArticleMerge, merge),
    acceptProposal: decision('proposal_accepted', ProposalAcceptance, (caller, id, { reason }, ifMatch) =>
      accept(caller, id, reason, ifMatch),
    ),
    rejectProposal: decision('proposal_rejected', Rejection, (caller, id, { reason }, ifMatch) =>
      drop(caller, id, reason, ifMatch),
    ),
  });
};
