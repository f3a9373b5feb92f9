import type * as z from 'zod';
import {
  ArticleListItem,
  ArticleReplacement,
  ArticleSource,
  ArticleTransition,
  ArticleView,
  Claim,
  NewArticle,
} from '../article.ts';
import { ArticlePageView } from '../article-list.ts';
import { ArticleState, Audience } from '../article-state.ts';
import { Attributes, CaseReplacement, CaseView, FeedItem, Lineage, NewCase } from '../case.ts';
import { FeedPageView, NewFeedItem } from '../case-feed.ts';
import { CasePageView } from '../case-list.ts';
import {
  CreatedImport,
  ImportCounts,
  ImportPageView,
  ImportPriority,
  ImportProgress,
  ImportView,
  MovedImport,
  NewImport,
  Quality,
  QualityFinding,
  UploadLink,
} from '../import.ts';
import { ImportProfile } from '../import-profile.ts';
import {
  FailureCode,
  ImportFailureCode,
  RejectionCode,
  UnchangedCode,
  WarningCode,
} from '../import-reason.ts';
import { ImportRecordPageView, ImportRecordView } from '../import-record.ts';
import { ImportState } from '../import-state.ts';
import { DetailedHealth, HealthStatus } from '../health.ts';
import {
  EndedRebuild,
  IndexGeneration,
  IndexRebuild,
  IndexStatus,
  NewRebuild,
  RebuildState,
} from '../index-status.ts';
import { Liveness } from '../liveness.ts';
import { PerformanceMetrics, PipelineMetrics, QueueMetrics } from '../metrics.ts';
import { Problem, ProblemCode } from '../problem.ts';
import { Readiness } from '../readiness.ts';
import {
  HybridSearch,
  SearchAnswer,
  SearchExplanation,
  SearchFilters,
  SearchResult,
  SearchType,
  SimilaritySearch,
} from '../search.ts';

/** Names under which clients meet the schemas; what has no name here stands inside what uses it. */
export const components: Readonly<Record<string, z.ZodType>> = {
  Article: ArticleView,
  ArticleListItem,
  ArticlePage: ArticlePageView,
  ArticleReplacement,
  ArticleSource,
  ArticleState,
  ArticleTransition,
  Attributes,
  Audience,
  Case: CaseView,
  CasePage: CasePageView,
  CaseReplacement,
  Claim,
  CreatedImport,
  DetailedHealth,
  EndedRebuild,
  FailureCode,
  FeedItem,
  FeedPage: FeedPageView,
  HealthStatus,
  HybridSearch,
  Import: ImportView,
  ImportCounts,
  ImportFailureCode,
  ImportPage: ImportPageView,
  ImportPriority,
  ImportProfile,
  ImportProgress,
  ImportRecord: ImportRecordView,
  ImportRecordPage: ImportRecordPageView,
  ImportState,
  IndexGeneration,
  IndexRebuild,
  IndexStatus,
  Lineage,
  Liveness,
  MovedImport,
  NewArticle,
  NewCase,
  NewFeedItem,
  NewImport,
  NewRebuild,
  PerformanceMetrics,
  PipelineMetrics,
  Problem,
  ProblemCode,
  Quality,
  QualityFinding,
  QueueMetrics,
  Readiness,
  RebuildState,
  RejectionCode,
  SearchAnswer,
  SearchExplanation,
  SearchFilters,
  SearchResult,
  SearchType,
  SimilaritySearch,
  UnchangedCode,
  UploadLink,
  WarningCode,
};
