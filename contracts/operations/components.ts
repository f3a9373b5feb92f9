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
import { BreakerName, BreakerPhase, BreakerView } from '../breaker.ts';
import { ArticleState, Audience } from '../article-state.ts';
import { Attributes, CaseReplacement, CaseView, FeedItem, Lineage, NewCase } from '../case.ts';
import { FeedPageView, NewFeedItem } from '../case-feed.ts';
import { CaseMonitorStats, NewCaseSync } from '../case-monitor.ts';
import { CasePageView } from '../case-list.ts';
import { EventBatch, EventCode, EventResult, EventResults, EventStatus, RecordEvent } from '../event.ts';
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
import { HealthHistory, HealthResult } from '../health-history.ts';
import { JobId } from '../job-id.ts';
import { RunPageView, RunStatus, RunStep, RunTrigger, RunView } from '../job-run.ts';
import { JobMetrics, JobStatus, JobsStatus, JobView, SwitchedJob, TriggeredRun } from '../job.ts';
import { Liveness } from '../liveness.ts';
import { PatternDetail, PatternOutcome, PatternPageView, PatternView } from '../pattern.ts';
import { PatternWhy } from '../pattern-why.ts';
import { PerformanceMetrics, PipelineMetrics, QueueMetrics } from '../metrics.ts';
import { Pipelines, PipelineView } from '../pipelines.ts';
import { Problem, ProblemCode } from '../problem.ts';
import { Product, ProductPageView } from '../product.ts';
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
  Breaker: BreakerView,
  BreakerName,
  BreakerPhase,
  Case: CaseView,
  CasePage: CasePageView,
  CaseReplacement,
  CaseMonitorStats,
  Claim,
  CreatedImport,
  DetailedHealth,
  EndedRebuild,
  EventBatch,
  EventCode,
  EventResult,
  EventResults,
  EventStatus,
  FailureCode,
  FeedItem,
  FeedPage: FeedPageView,
  HealthHistory,
  HealthResult,
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
  Job: JobView,
  JobId,
  JobMetrics,
  JobRun: RunView,
  JobRunPage: RunPageView,
  JobRunStatus: RunStatus,
  JobRunStep: RunStep,
  JobRunTrigger: RunTrigger,
  JobStatus,
  JobsStatus,
  Lineage,
  Liveness,
  MovedImport,
  NewArticle,
  NewCase,
  NewCaseSync,
  NewFeedItem,
  NewImport,
  NewRebuild,
  Pattern: PatternView,
  PatternDetail,
  PatternOutcome,
  PatternPage: PatternPageView,
  PatternWhy,
  PerformanceMetrics,
  Pipeline: PipelineView,
  PipelineMetrics,
  Pipelines,
  Problem,
  ProblemCode,
  Product,
  ProductPage: ProductPageView,
  Quality,
  QualityFinding,
  QueueMetrics,
  Readiness,
  RebuildState,
  RecordEvent,
  RejectionCode,
  SearchAnswer,
  SearchExplanation,
  SearchFilters,
  SearchResult,
  SearchType,
  SimilaritySearch,
  SwitchedJob,
  TriggeredRun,
  UnchangedCode,
  UploadLink,
  WarningCode,
};
