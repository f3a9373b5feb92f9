// Made from the OpenAPI document by `npm run client`; changes here are lost.

export type HealthStatus = 'healthy' | 'degraded' | 'unhealthy';
export type RebuildState = 'waiting' | 'copying' | 'comparing';
export type BreakerName = 'database' | 'vector_store' | 'external_api' | 'article_writer';
export type BreakerPhase = 'closed' | 'open' | 'half_open';
export type ArticleState = 'work_in_progress' | 'not_validated' | 'validated' | 'archived';
export type Audience = 'internal' | 'partner' | 'public';
export type ArticleSource = 'manual' | 'generated';
export type RecordEvent =
  | (
      | {
          /**
           * Chosen by the sender; the same id within 7 days is the same event, delivered again
           */
          event_id: string;
          /**
           * ISO 8601 date or date-time, in UTC when it names no zone
           */
          occurred_at: string;
          type: 'case_update';
          action: 'upsert';
          case: {
            id: string;
            title?: string;
            description?: string;
            /**
             * Kept in lower case; `open` when it is left out
             */
            status?: string;
            resolution?: string;
            category?: string;
            product?: string;
            priority?: string;
            customer?: string;
            customer_email?: string;
            language?: string;
            /**
             * @maxItems 50
             */
            tags?: string[];
            attributes?: Attributes;
            /**
             * @maxItems 1000
             */
            feed?: FeedItem[];
            /**
             * ISO 8601 date or date-time, in UTC when it names no zone
             */
            created_at?: string;
            /**
             * ISO 8601 date or date-time, in UTC when it names no zone
             */
            resolved_at?: string;
            updated_at?: unknown;
            source_updated_at?: unknown;
            lineage?: unknown;
          };
        }
      | {
          /**
           * Chosen by the sender; the same id within 7 days is the same event, delivered again
           */
          event_id: string;
          /**
           * ISO 8601 date or date-time, in UTC when it names no zone
           */
          occurred_at: string;
          type: 'case_update';
          action: 'delete';
          case: {
            id: string;
            [k: string]: unknown;
          };
        }
    )
  | (
      | {
          /**
           * Chosen by the sender; the same id within 7 days is the same event, delivered again
           */
          event_id: string;
          /**
           * ISO 8601 date or date-time, in UTC when it names no zone
           */
          occurred_at: string;
          type: 'knowledge_update';
          action: 'upsert';
          article: {
            id: string;
            title: string;
            summary?: string;
            content: string;
            category?: string;
            product?: string;
            /**
             * @maxItems 50
             */
            tags?: string[];
            audience?: 'internal' | 'partner' | 'public';
            governance?: 'experience_based' | 'compliance_based';
            state?: unknown;
            source?: unknown;
            claims?: unknown;
            generation?: unknown;
            review?: unknown;
            proposal?: unknown;
            merged_into?: unknown;
            version?: unknown;
            created_at?: unknown;
            updated_at?: unknown;
          };
        }
      | {
          /**
           * Chosen by the sender; the same id within 7 days is the same event, delivered again
           */
          event_id: string;
          /**
           * ISO 8601 date or date-time, in UTC when it names no zone
           */
          occurred_at: string;
          type: 'knowledge_update';
          action: 'delete';
          article: {
            id: string;
            [k: string]: unknown;
          };
        }
    );
export type EventStatus = 'accepted' | 'unchanged' | 'older' | 'duplicate' | 'rejected' | 'failed';
export type EventCode = 'invalid_request' | 'forbidden' | 'conflict' | 'internal_error';
export type ImportState =
  'awaiting_upload' | 'processing' | 'needs_review' | 'verifying' | 'completed' | 'cancelled' | 'failed';
export type ImportProfile = 'small' | 'medium' | 'large' | 'xlarge';
export type ImportPriority = 'high' | 'normal' | 'low';
export type RejectionCode =
  | 'broken_line'
  | 'wrong_column_count'
  | 'invalid_header'
  | 'invalid_encoding'
  | 'missing_id'
  | 'invalid_id'
  | 'missing_text'
  | 'wrong_type'
  | 'invalid_value'
  | 'invalid_date'
  | 'over_limit'
  | 'duplicate_id';
export type WarningCode =
  | 'date_in_future'
  | 'resolved_before_created'
  | 'short_text'
  | 'unlikely_email'
  | 'unknown_language'
  | 'unknown_columns'
  | 'null_characters'
  | 'possible_rename'
  | 'possible_retype';
export type ImportFailureCode =
  'upload_expired' | 'too_large' | 'not_readable' | 'corrupt_gzip' | 'invalid_header';
export type UnchangedCode = 'same_content' | 'older_version';
export type FailureCode = 'record_too_large' | 'not_processed' | 'not_indexed';
export type SearchType = 'case' | 'article' | 'document';
export type JobId = 'health_check' | 'case_sync' | 'vectorization' | 'knowledge_generation';
export type JobStatus = 'scheduled' | 'running' | 'paused' | 'disabled' | 'blocked';
export type JobRunTrigger = 'schedule' | 'manual' | 'threshold';
export type JobRunStatus =
  'running' | 'succeeded' | 'failed' | 'timed_out' | 'aborted' | 'missed' | 'skipped';
export type PatternOutcome = 'waiting' | 'drafted' | 'covered' | 'refused';
export type ProblemCode =
  | 'malformed_request'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'already_exists'
  | 'conflict'
  | 'source_expired'
  | 'version_mismatch'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'invalid_request'
  | 'limit_reached'
  | 'idempotency_key_in_use'
  | 'idempotency_key_reused'
  | 'throttled'
  | 'internal_error'
  | 'unavailable'
  | 'timeout';

export interface Operations {
  /**
   * Does the service live
   */
  getHealthV1: {
    request: {};
    answer: Liveness;
  };
  /**
   * Can the service work now
   */
  getReadyV1: {
    request: {};
    answer: Readiness;
  };
  /**
   * How each part of the service is
   */
  getDetailedHealth: {
    request: {};
    answer: DetailedHealth;
  };
  /**
   * How fast the service answers
   */
  getPerformanceMetrics: {
    request: {};
    answer: PerformanceMetrics;
  };
  /**
   * How imports, queues and projection do
   */
  getPipelineMetrics: {
    request: {};
    answer: PipelineMetrics;
  };
  /**
   * List cases
   */
  listCases: {
    request: {
      query?: {
        limit?: number;
        cursor?: string;
        status?: string;
        category?: string;
        product?: string;
        customer?: string;
        /**
         * ISO 8601 date or date-time, in UTC when it names no zone
         */
        updated_from?: string;
        /**
         * ISO 8601 date or date-time; a date without a time includes that day
         */
        updated_to?: string;
        full?: 'true' | 'false';
      };
    };
    answer: CasePage;
  };
  /**
   * Create a case
   */
  createCase: {
    request: {
      headers?: {
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
      body: NewCase;
    };
    answer: Case;
  };
  /**
   * Read a case
   */
  getCase: {
    request: {
      path: {
        id: string;
      };
    };
    answer: Case;
  };
  /**
   * Replace a case
   */
  replaceCase: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * The `etag` that the change rests on, or `*`
         */
        'if-match'?: string;
      };
      body: CaseReplacement;
    };
    answer: Case;
  };
  /**
   * Delete a case
   */
  deleteCase: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * The `etag` that the change rests on, or `*`
         */
        'if-match'?: string;
      };
    };
    answer: undefined;
  };
  /**
   * List articles
   */
  listArticles: {
    request: {
      query?: {
        limit?: number;
        cursor?: string;
        state?: ArticleState;
        category?: string;
        product?: string;
        audience?: Audience;
        tags?: string;
        /**
         * ISO 8601 date or date-time, in UTC when it names no zone
         */
        updated_from?: string;
        /**
         * ISO 8601 date or date-time; a date without a time includes that day
         */
        updated_to?: string;
        full?: 'true' | 'false';
      };
    };
    answer: ArticlePage;
  };
  /**
   * Create an article
   */
  createArticle: {
    request: {
      headers?: {
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
      body: NewArticle;
    };
    answer: Article;
  };
  /**
   * Read an article
   */
  getArticle: {
    request: {
      path: {
        id: string;
      };
    };
    answer: Article;
  };
  /**
   * Replace what an article says
   */
  replaceArticle: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * The `etag` that the change rests on, or `*`
         */
        'if-match'?: string;
      };
      body: ArticleReplacement;
    };
    answer: Article;
  };
  /**
   * Delete an article
   */
  deleteArticle: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * The `etag` that the change rests on, or `*`
         */
        'if-match'?: string;
      };
    };
    answer: undefined;
  };
  /**
   * Move an article to another state
   */
  transitionArticle: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * The `etag` that the change rests on, or `*`
         */
        'if-match'?: string;
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
      body: ArticleTransition;
    };
    answer: Article;
  };
  /**
   * List what waits for a person
   */
  listReviewQueue: {
    request: {
      query?: {
        limit?: number;
        cursor?: string;
        reason?:
          | 'new_draft'
          | 'changed_evidence'
          | 'contradicted'
          | 'source_reopened'
          | 'source_erased'
          | 'duplicate'
          | 'enough_reuse';
        category?: string;
      };
    };
    answer: {
      items: {
        id: string;
        title: string;
        summary?: string;
        category?: string;
        product?: string;
        /**
         * @maxItems 50
         */
        tags?: string[];
        audience: 'internal' | 'partner' | 'public';
        governance: 'experience_based' | 'compliance_based';
        state: ArticleState;
        source: ArticleSource;
        version: number;
        claims: Claim[];
        generation?: {
          pattern_id: string;
          evidence: string;
          cases: number;
          cases_a_month?: number;
          customers: number | null;
          model: string;
          prompt_version: string;
          confidence: number;
          removed: number;
          input_tokens: number;
          output_tokens: number;
          cost_usd: number;
          run_id: string;
          written_at: string;
        };
        review?: {
          /**
           * @minItems 1
           */
          points: {
            reason:
              | 'new_draft'
              | 'changed_evidence'
              | 'contradicted'
              | 'source_reopened'
              | 'source_erased'
              | 'duplicate'
              | 'enough_reuse';
            since: string;
            case_ids?: string[];
            article_ids?: string[];
          }[];
          expires_at?: string;
        };
        proposal?: {
          version: number;
          made_at: string;
        };
        merged_into?: string;
        created_at: string;
        updated_at: string;
        minutes_saved: number;
        why: {
          cases_a_month: number;
          minutes_a_case: number;
          reason:
            | 'new_draft'
            | 'changed_evidence'
            | 'contradicted'
            | 'source_reopened'
            | 'source_erased'
            | 'duplicate'
            | 'enough_reuse';
          share: number;
        };
      }[];
      next_cursor: string | null;
    };
  };
  /**
   * List the versions of an article
   */
  listArticleVersions: {
    request: {
      path: {
        id: string;
      };
      query?: {
        limit?: number;
        cursor?: string;
      };
    };
    answer: {
      items: {
        version: number;
        kind:
          | 'created'
          | 'edited'
          | 'received'
          | 'moved'
          | 'approved'
          | 'rejected'
          | 'merged'
          | 'absorbed'
          | 'generated'
          | 'confirmed'
          | 'proposed'
          | 'proposal_made'
          | 'proposal_accepted'
          | 'proposal_rejected'
          | 'expired'
          | 'flagged'
          | 'source_erased'
          | 'deleted';
        by: {
          kind: 'principal' | 'job';
          id: string;
        };
        at: string;
        state: ArticleState;
        title: string | null;
        reason?: string;
        other_id?: string;
        current: boolean;
      }[];
      next_cursor: string | null;
    };
  };
  /**
   * Read what an article said
   */
  getArticleVersion: {
    request: {
      path: {
        id: string;
        version: number;
      };
    };
    answer: {
      version: number;
      kind:
        | 'created'
        | 'edited'
        | 'received'
        | 'moved'
        | 'approved'
        | 'rejected'
        | 'merged'
        | 'absorbed'
        | 'generated'
        | 'confirmed'
        | 'proposed'
        | 'proposal_made'
        | 'proposal_accepted'
        | 'proposal_rejected'
        | 'expired'
        | 'flagged'
        | 'source_erased'
        | 'deleted';
      by: {
        kind: 'principal' | 'job';
        id: string;
      };
      at: string;
      state: ArticleState;
      title: string | null;
      reason?: string;
      other_id?: string;
      current: boolean;
      article: Article | null;
    };
  };
  /**
   * Compare two versions of an article
   */
  diffArticle: {
    request: {
      path: {
        id: string;
      };
      query: {
        from: number;
        to: number;
      };
    };
    answer: {
      from: number;
      to: number;
      fields: {
        field: string;
        from?: unknown;
        to?: unknown;
      }[];
      content: {
        kind: 'same' | 'added' | 'removed';
        text: string;
      }[];
      claims: {
        removed: string[];
        added: string[];
      };
      state: {
        from: ArticleState;
        to: ArticleState;
      };
    };
  };
  /**
   * Read what an article rests on
   */
  listArticleClaims: {
    request: {
      path: {
        id: string;
      };
    };
    answer: {
      claims: {
        text: string;
        by?: 'editor';
        sources: {
          case_id: string;
          quote: string;
          standing: 'stands' | 'changed' | 'gone';
          title?: string;
          status?: string;
          found?: {
            field: 'title' | 'description' | 'resolution' | 'feed';
            before: string;
            after: string;
          };
        }[];
      }[];
    };
  };
  /**
   * Approve an article
   */
  approveArticle: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * The `etag` that the change rests on, or `*`
         */
        'if-match'?: string;
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
      body: {
        state?: 'not_validated' | 'validated';
        audience?: Audience;
        reason?: string;
      };
    };
    answer: Article;
  };
  /**
   * Reject an article
   */
  rejectArticle: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * The `etag` that the change rests on, or `*`
         */
        'if-match'?: string;
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
      body: {
        reason: string;
      };
    };
    answer: Article;
  };
  /**
   * Merge an article into another
   */
  mergeArticle: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * The `etag` that the change rests on, or `*`
         */
        'if-match'?: string;
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
      body: {
        into: string;
        reason?: string;
      };
    };
    answer: Article;
  };
  /**
   * Accept a proposed change
   */
  acceptProposal: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * The `etag` that the change rests on, or `*`
         */
        'if-match'?: string;
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
      body: {
        reason?: string;
      };
    };
    answer: Article;
  };
  /**
   * Reject a proposed change
   */
  rejectProposal: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * The `etag` that the change rests on, or `*`
         */
        'if-match'?: string;
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
      body: {
        reason: string;
      };
    };
    answer: Article;
  };
  /**
   * List a case's feed
   */
  listFeed: {
    request: {
      path: {
        id: string;
      };
      query?: {
        limit?: number;
        cursor?: string;
      };
    };
    answer: FeedPage;
  };
  /**
   * Add an entry to a case's feed
   */
  addFeedItem: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
      body: NewFeedItem;
    };
    answer: FeedItem;
  };
  /**
   * Tell of changes in a source
   */
  sendEvents: {
    request: {
      body: EventBatch;
    };
    answer: EventResults;
  };
  /**
   * List products
   */
  listProducts: {
    request: {
      query?: {
        limit?: number;
        cursor?: string;
      };
    };
    answer: ProductPage;
  };
  /**
   * List the cases that an article is linked to
   */
  listArticleLinks: {
    request: {
      path: {
        id: string;
      };
    };
    answer: {
      items: {
        article_id: string;
        case_id: string;
        kind: 'resolved_with' | 'related';
        linked_by: string;
        linked_at: string;
      }[];
      reuse: {
        cases: number;
        independent: number;
      };
    };
  };
  /**
   * Link an article to a case
   */
  linkArticle: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
      body: {
        case_id: string;
        kind?: 'resolved_with' | 'related';
      };
    };
    answer: {
      article_id: string;
      case_id: string;
      kind: 'resolved_with' | 'related';
      linked_by: string;
      linked_at: string;
    };
  };
  /**
   * Take a link away
   */
  unlinkArticle: {
    request: {
      path: {
        id: string;
        case_id: string;
      };
    };
    answer: undefined;
  };
  /**
   * Find articles that say the same as one, or contradict it
   */
  listRelatedArticles: {
    request: {
      path: {
        id: string;
      };
    };
    answer: {
      duplicates: {
        article_id: string;
        title: string;
        state: ArticleState;
        problem: number;
        resolution: number;
      }[];
      contradictions: {
        article_id: string;
        title: string;
        state: ArticleState;
        problem: number;
        resolution: number;
      }[];
      similar: {
        article_id: string;
        title: string;
        state: ArticleState;
        problem: number;
        resolution: number;
      }[];
    };
  };
  /**
   * List the articles that a case is linked to
   */
  listCaseLinks: {
    request: {
      path: {
        id: string;
      };
    };
    answer: {
      items: {
        article_id: string;
        case_id: string;
        kind: 'resolved_with' | 'related';
        linked_by: string;
        linked_at: string;
        title: string;
        state: ArticleState;
      }[];
    };
  };
  /**
   * How knowledge does
   */
  getKnowledgeMetrics: {
    request: {
      query?: {
        /**
         * ISO 8601 date or date-time, in UTC when it names no zone
         */
        from?: string;
        /**
         * ISO 8601 date or date-time; a date without a time includes that day
         */
        to?: string;
      };
    };
    answer: {
      from: string;
      to: string;
      link_rate: {
        resolved_cases: number;
        linked_cases: number;
        rate: number | null;
      };
      reuse: {
        links: number;
        articles: number;
      };
      new_against_known: {
        known_cases: number;
        new_cases: number;
        known_rate: number | null;
      };
      time_to_publish_hours: {
        articles: number;
        p50: number | null;
        p95: number | null;
      };
      coverage: {
        resolved_cases: number;
        covered_cases: number;
        rate: number | null;
      };
      cost_per_article: {
        articles: number;
        total_usd: number;
        mean_usd: number | null;
      };
      deflection: {
        before: number;
        after: number;
        fewer_rate: number | null;
        articles: {
          article_id: string;
          published_at: string;
          before: number;
          after: number;
        }[];
      };
      review_queue: {
        waiting: number;
        p50_hours: number | null;
        oldest_hours: number | null;
      };
      looked_at: {
        patterns: number;
        cases: number;
        patterns_left_out: number;
      };
    };
  };
  /**
   * List imports
   */
  listImports: {
    request: {
      query?: {
        limit?: number;
        cursor?: string;
      };
    };
    answer: ImportPage;
  };
  /**
   * Start an import
   */
  createImport: {
    request: {
      headers?: {
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
      body: NewImport;
    };
    answer: CreatedImport;
  };
  /**
   * Read an import
   */
  getImport: {
    request: {
      path: {
        id: string;
      };
    };
    answer: Import;
  };
  /**
   * List records of an import and what became of them
   */
  listImportRecords: {
    request: {
      path: {
        id: string;
      };
      query?: {
        limit?: number;
        cursor?: string;
        outcome?: 'rejected' | 'failed' | 'unchanged';
      };
    };
    answer: ImportRecordPage;
  };
  /**
   * Continue an import that needs review
   */
  continueImport: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
    };
    answer: MovedImport;
  };
  /**
   * Cancel an import
   */
  cancelImport: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
    };
    answer: MovedImport;
  };
  /**
   * Retry the failed records of an import
   */
  retryImport: {
    request: {
      path: {
        id: string;
      };
      headers?: {
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
    };
    answer: MovedImport;
  };
  /**
   * Search by keyword and by meaning
   */
  searchHybrid: {
    request: {
      body: HybridSearch;
    };
    answer: SearchAnswer;
  };
  /**
   * Find what is like a text, a case or an article
   */
  searchSimilarity: {
    request: {
      body: SimilaritySearch;
    };
    answer: SearchAnswer;
  };
  /**
   * Say what a result was worth
   */
  giveSearchFeedback: {
    request: {
      body: {
        search_id: string;
        result_id: string;
        verdict: 'click' | 'helpful' | 'not_helpful' | 'resolved';
        position?: number;
      };
    };
    answer: undefined;
  };
  /**
   * How searches do
   */
  getSearchAnalytics: {
    request: {
      query?: {
        /**
         * ISO 8601 date or date-time, in UTC when it names no zone
         */
        from?: string;
        /**
         * ISO 8601 date or date-time; a date without a time includes that day
         */
        to?: string;
      };
    };
    answer: {
      searches: number;
      latency_ms: {
        p50: number | null;
        p95: number | null;
        p99: number | null;
      };
      zero_result_rate: number;
      low_score_rate: number;
      click_through_rate: number;
      cache_hit_rate: number;
      top_queries: {
        query: string;
        count: number;
        zero_results: number;
      }[];
      knowledge_gaps: {
        topic: string;
        queries: string[];
        count: number;
      }[];
    };
  };
  /**
   * Which generation of the search index is searched, and how far a rebuild is
   */
  getIndexStatus: {
    request: {};
    answer: IndexStatus;
  };
  /**
   * Rebuild the search index
   */
  rebuildIndex: {
    request: {
      headers?: {
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
      body: NewRebuild;
    };
    answer: IndexStatus;
  };
  /**
   * End the rebuild that runs
   */
  cancelIndexRebuild: {
    request: {
      headers?: {
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
    };
    answer: IndexStatus;
  };
  /**
   * What the last health checks found
   */
  getHealthHistory: {
    request: {
      query?: {
        limit?: number;
      };
    };
    answer: HealthHistory;
  };
  /**
   * List the ways of the data, bulk and real-time
   */
  listPipelines: {
    request: {};
    answer: Pipelines;
  };
  /**
   * How many cases there are, and how far search has come with them
   */
  getCaseMonitorStats: {
    request: {};
    answer: CaseMonitorStats;
  };
  /**
   * Follow the case database now
   */
  syncCaseSource: {
    request: {
      headers?: {
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
      body: NewCaseSync;
    };
    answer: TriggeredRun;
  };
  /**
   * How every scheduled job is
   */
  getJobsStatus: {
    request: {};
    answer: JobsStatus;
  };
  /**
   * Run a job now
   */
  triggerJob: {
    request: {
      path: {
        job_id: string;
      };
      headers?: {
        /**
         * Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.
         */
        'idempotency-key'?: string;
      };
    };
    answer: TriggeredRun;
  };
  /**
   * Pause the schedule of a job
   */
  pauseJob: {
    request: {
      path: {
        job_id: string;
      };
    };
    answer: SwitchedJob;
  };
  /**
   * Resume the schedule of a job
   */
  resumeJob: {
    request: {
      path: {
        job_id: string;
      };
    };
    answer: SwitchedJob;
  };
  /**
   * How the runs of a job do, in numbers
   */
  getJobMetrics: {
    request: {
      path: {
        job_id: string;
      };
    };
    answer: JobMetrics;
  };
  /**
   * List the runs of a job
   */
  listJobRuns: {
    request: {
      path: {
        job_id: string;
      };
      query?: {
        limit?: number;
        cursor?: string;
      };
    };
    answer: JobRunPage;
  };
  /**
   * What a run of `knowledge_generation` would take now
   */
  estimateKnowledge: {
    request: {};
    answer: {
      patterns: number;
      drafts: number;
      tokens: {
        input: number;
        output: number;
      };
      cost_usd: number;
      minutes: number;
      writer: string;
      budget: {
        limit_usd: number;
        spent_usd: number;
        left_usd: number;
        enough: boolean;
      };
    };
  };
  /**
   * What drafts may cost this month, and have cost
   */
  getKnowledgeBudget: {
    request: {};
    answer: {
      month: string;
      limit_usd: number;
      spent_usd: number;
      left_usd: number;
      own_limit_usd: number | null;
      default_limit_usd: number;
      run_limit_usd: number;
      updated_at: string | null;
    };
  };
  /**
   * Set what drafts may cost in a month
   */
  setKnowledgeBudget: {
    request: {
      body: {
        limit_usd: number | null;
      };
    };
    answer: {
      month: string;
      limit_usd: number;
      spent_usd: number;
      left_usd: number;
      own_limit_usd: number | null;
      default_limit_usd: number;
      run_limit_usd: number;
      updated_at: string | null;
    };
  };
  /**
   * List patterns of resolved cases
   */
  listPatterns: {
    request: {
      query?: {
        limit?: number;
        cursor?: string;
        category?: string;
        outcome?: PatternOutcome;
      };
    };
    answer: PatternPage;
  };
  /**
   * Read a pattern with the ids of its cases
   */
  getPattern: {
    request: {
      path: {
        id: string;
      };
    };
    answer: PatternDetail;
  };
  /**
   * Why the cases of a pattern are together
   */
  explainPattern: {
    request: {
      path: {
        id: string;
      };
    };
    answer: PatternWhy;
  };
  /**
   * This document
   */
  getApiDocument: {
    request: {};
    answer: {
      openapi: string;
      paths: {
        [k: string]: unknown;
      };
      [k: string]: unknown;
    };
  };
  /**
   * This document as a page to read
   */
  getApiDocs: {
    request: {};
    answer: string;
  };
}
export interface Liveness {
  status: 'healthy';
  timestamp: string;
}
export interface Readiness {
  status: 'ready' | 'not_ready';
  timestamp: string;
  components: {
    [k: string]: {
      status: 'healthy' | 'unhealthy';
    };
  };
}
export interface DetailedHealth {
  status: HealthStatus;
  timestamp: string;
  components: {
    database: {
      status: HealthStatus;
      case_count: number | null;
    };
    vector_store: {
      status: HealthStatus;
      engine: string;
      vector_count: number | null;
      generation: number | null;
      rebuild_needed: boolean | null;
      rebuild: IndexRebuild | null;
    };
    cache: {
      status: HealthStatus;
      hits: number | null;
      misses: number | null;
      hit_rate_percent: number | null;
    };
    queues: {
      status: HealthStatus;
      depth: number | null;
      dead_letters: number | null;
      items: QueueMetrics[];
    };
    models: {
      status: HealthStatus;
      embedding: string | null;
      texts_embedded: number | null;
    };
    breakers: {
      status: HealthStatus;
      items: Breaker[];
    };
  };
  system: {
    stage: string;
    runtime: string;
    uptime_seconds: number;
    memory_usage_mb: number;
  };
}
export interface IndexRebuild {
  generation: number;
  model: string;
  dimensions: number;
  embedder: string;
  index_version: number;
  state: RebuildState;
  round: number;
  started_at: string;
  progress: {
    done: number;
    total: number;
    percent: number;
    seconds_left: number | null;
  };
  error: string | null;
}
export interface QueueMetrics {
  name: string;
  depth: number | null;
  in_flight: number | null;
  dead_letters: number | null;
  oldest_age_seconds: number | null;
}
export interface Breaker {
  name: BreakerName;
  state: BreakerPhase;
  opened_at: string | null;
  paused: boolean;
}
export interface PerformanceMetrics {
  window_seconds: number;
  throughput_per_second: number;
  average_latency_ms: number | null;
  latency_ms: {
    p50: number | null;
    p95: number | null;
    p99: number | null;
  };
  error_rate_percent: number;
  cache_hit_rate_percent: number;
  concurrent_workers: number;
  queue_depth: number;
  memory_usage_mb: number | null;
  cpu_usage_percent: number | null;
}
export interface PipelineMetrics {
  window_seconds: number;
  imports: {
    active: number;
    records_written: number;
    records_unchanged: number;
    records_failed: number;
    records_per_second: number;
  };
  queues: QueueMetrics[];
  projector: {
    lag_seconds: number | null;
    records_per_second: number;
  };
  embeddings: {
    hits: number;
    misses: number;
    hit_rate_percent: number;
  };
}
export interface CasePage {
  items: Case[];
  next_cursor: string | null;
}
export interface Case {
  id: string;
  title?: string;
  description?: string;
  /**
   * Kept in lower case; `open` when it is left out
   */
  status: string;
  resolution?: string;
  category?: string;
  product?: string;
  priority?: string;
  customer?: string;
  customer_email?: string;
  language?: string;
  /**
   * @maxItems 50
   */
  tags?: string[];
  attributes?: Attributes;
  /**
   * @maxItems 1000
   */
  feed?: FeedItem[];
  created_at: string;
  /**
   * ISO 8601 date or date-time, in UTC when it names no zone
   */
  resolved_at?: string;
  updated_at: string;
  source_updated_at?: string;
  lineage?: Lineage;
}
/**
 * What the source knows beyond the named fields; at most 30 levels deep and 16384 bytes as JSON
 */
export interface Attributes {
  [k: string]: unknown;
}
export interface FeedItem {
  id: string;
  type: 'comment' | 'status_change' | 'email' | 'note';
  author?: string;
  body: string;
  /**
   * ISO 8601 date or date-time, in UTC when it names no zone
   */
  created_at: string;
}
export interface Lineage {
  import_id: string;
  line: number;
  source_hash: string;
  pipeline_version: string;
}
export interface NewCase {
  id?: string;
  title?: string;
  description?: string;
  /**
   * Kept in lower case; `open` when it is left out
   */
  status?: string;
  resolution?: string;
  category?: string;
  product?: string;
  priority?: string;
  customer?: string;
  customer_email?: string;
  language?: string;
  /**
   * @maxItems 50
   */
  tags?: string[];
  attributes?: Attributes;
  /**
   * @maxItems 1000
   */
  feed?: FeedItem[];
  /**
   * ISO 8601 date or date-time, in UTC when it names no zone
   */
  created_at?: string;
  /**
   * ISO 8601 date or date-time, in UTC when it names no zone
   */
  resolved_at?: string;
  updated_at?: unknown;
}
export interface CaseReplacement {
  id?: string;
  title?: string;
  description?: string;
  /**
   * Kept in lower case; `open` when it is left out
   */
  status?: string;
  resolution?: string;
  category?: string;
  product?: string;
  priority?: string;
  customer?: string;
  customer_email?: string;
  language?: string;
  /**
   * @maxItems 50
   */
  tags?: string[];
  attributes?: Attributes;
  /**
   * @maxItems 1000
   */
  feed?: FeedItem[];
  /**
   * ISO 8601 date or date-time, in UTC when it names no zone
   */
  created_at?: string;
  /**
   * ISO 8601 date or date-time, in UTC when it names no zone
   */
  resolved_at?: string;
  updated_at?: unknown;
  source_updated_at?: unknown;
  lineage?: unknown;
}
export interface ArticlePage {
  items: ArticleListItem[];
  next_cursor: string | null;
}
export interface ArticleListItem {
  id: string;
  title: string;
  summary?: string;
  content?: string;
  category?: string;
  product?: string;
  /**
   * @maxItems 50
   */
  tags?: string[];
  audience: 'internal' | 'partner' | 'public';
  governance: 'experience_based' | 'compliance_based';
  state: ArticleState;
  source: ArticleSource;
  version: number;
  claims: Claim[];
  generation?: {
    pattern_id: string;
    evidence: string;
    cases: number;
    cases_a_month?: number;
    customers: number | null;
    model: string;
    prompt_version: string;
    confidence: number;
    removed: number;
    input_tokens: number;
    output_tokens: number;
    cost_usd: number;
    run_id: string;
    written_at: string;
  };
  review?: {
    /**
     * @minItems 1
     */
    points: {
      reason:
        | 'new_draft'
        | 'changed_evidence'
        | 'contradicted'
        | 'source_reopened'
        | 'source_erased'
        | 'duplicate'
        | 'enough_reuse';
      since: string;
      case_ids?: string[];
      article_ids?: string[];
    }[];
    expires_at?: string;
  };
  proposal?: {
    version: number;
    made_at: string;
  };
  merged_into?: string;
  created_at: string;
  updated_at: string;
}
export interface Claim {
  text: string;
  case_ids: string[];
  quotes: string[];
  by?: 'editor';
}
export interface NewArticle {
  id?: string;
  title: string;
  summary?: string;
  content: string;
  category?: string;
  product?: string;
  /**
   * @maxItems 50
   */
  tags?: string[];
  audience?: 'internal' | 'partner' | 'public';
  governance?: 'experience_based' | 'compliance_based';
}
export interface Article {
  id: string;
  title: string;
  summary?: string;
  content: string;
  category?: string;
  product?: string;
  /**
   * @maxItems 50
   */
  tags?: string[];
  audience: 'internal' | 'partner' | 'public';
  governance: 'experience_based' | 'compliance_based';
  state: ArticleState;
  source: ArticleSource;
  version: number;
  claims: Claim[];
  generation?: {
    pattern_id: string;
    evidence: string;
    cases: number;
    cases_a_month?: number;
    customers: number | null;
    model: string;
    prompt_version: string;
    confidence: number;
    removed: number;
    input_tokens: number;
    output_tokens: number;
    cost_usd: number;
    run_id: string;
    written_at: string;
  };
  review?: {
    /**
     * @minItems 1
     */
    points: {
      reason:
        | 'new_draft'
        | 'changed_evidence'
        | 'contradicted'
        | 'source_reopened'
        | 'source_erased'
        | 'duplicate'
        | 'enough_reuse';
      since: string;
      case_ids?: string[];
      article_ids?: string[];
    }[];
    expires_at?: string;
  };
  proposal?: {
    version: number;
    made_at: string;
  };
  merged_into?: string;
  created_at: string;
  updated_at: string;
}
export interface ArticleReplacement {
  id?: string;
  title: string;
  summary?: string;
  content: string;
  category?: string;
  product?: string;
  /**
   * @maxItems 50
   */
  tags?: string[];
  audience?: 'internal' | 'partner' | 'public';
  governance?: 'experience_based' | 'compliance_based';
  state?: unknown;
  source?: unknown;
  claims?: unknown;
  generation?: unknown;
  review?: unknown;
  proposal?: unknown;
  merged_into?: unknown;
  version?: unknown;
  created_at?: unknown;
  updated_at?: unknown;
}
export interface ArticleTransition {
  state: ArticleState;
  audience?: Audience;
  reason?: string;
}
export interface FeedPage {
  items: FeedItem[];
  next_cursor: string | null;
}
export interface NewFeedItem {
  id?: string;
  type: 'comment' | 'status_change' | 'email' | 'note';
  author?: string;
  body: string;
  /**
   * ISO 8601 date or date-time, in UTC when it names no zone
   */
  created_at?: string;
}
export interface EventBatch {
  /**
   * @minItems 1
   * @maxItems 100
   */
  events: RecordEvent[];
}
export interface EventResults {
  results: EventResult[];
}
export interface EventResult {
  event_id: string | null;
  status: EventStatus;
  code?: EventCode;
  errors?: {
    path: string;
    message: string;
  }[];
}
export interface ProductPage {
  items: Product[];
  next_cursor: string | null;
}
export interface Product {
  id: string;
  name: string;
  parent_id?: string;
}
export interface ImportPage {
  items: Import[];
  next_cursor: string | null;
}
export interface Import {
  id: string;
  name?: string;
  state: ImportState;
  format: 'jsonl' | 'csv';
  compression: 'none' | 'gzip';
  mapping?: {
    [k: string]:
      | 'id'
      | 'title'
      | 'description'
      | 'status'
      | 'resolution'
      | 'category'
      | 'product'
      | 'priority'
      | 'customer'
      | 'customer_email'
      | 'language'
      | 'tags'
      | 'attributes'
      | 'feed'
      | 'created_at'
      | 'resolved_at'
      | 'updated_at';
  };
  profile: ImportProfile;
  priority: ImportPriority;
  expected_records?: number;
  error_threshold: number;
  counts: ImportCounts;
  progress: ImportProgress;
  created_at: string;
  started_at?: string;
  completed_at?: string;
  quality?: Quality;
  failure?: {
    code: ImportFailureCode;
    reason: string;
  };
}
export interface ImportCounts {
  received: number;
  indexed: number;
  unchanged: number;
  rejected: number;
  failed: number;
  pending: number;
}
export interface ImportProgress {
  percent: number;
  records_per_second: number;
  seconds_left: number | null;
}
export interface Quality {
  error_rate: number;
  threshold: number;
  findings: QualityFinding[];
}
export interface QualityFinding {
  code: RejectionCode | WarningCode;
  severity: 'error' | 'warning';
  count: number;
  sample_lines: number[];
  columns?: string[];
  proposed_field?: string;
}
export interface NewImport {
  name?: string;
  format?: 'jsonl' | 'csv';
  compression?: 'none' | 'gzip';
  profile?: ImportProfile;
  priority?: 'high' | 'normal' | 'low';
  expected_records?: number;
  mapping?: {
    [k: string]:
      | 'id'
      | 'title'
      | 'description'
      | 'status'
      | 'resolution'
      | 'category'
      | 'product'
      | 'priority'
      | 'customer'
      | 'customer_email'
      | 'language'
      | 'tags'
      | 'attributes'
      | 'feed'
      | 'created_at'
      | 'resolved_at'
      | 'updated_at';
  };
  error_threshold?: number;
  /**
   * @minItems 1
   * @maxItems 500
   */
  records?: unknown[];
}
export interface CreatedImport {
  id: string;
  name?: string;
  state: ImportState;
  format: 'jsonl' | 'csv';
  compression: 'none' | 'gzip';
  mapping?: {
    [k: string]:
      | 'id'
      | 'title'
      | 'description'
      | 'status'
      | 'resolution'
      | 'category'
      | 'product'
      | 'priority'
      | 'customer'
      | 'customer_email'
      | 'language'
      | 'tags'
      | 'attributes'
      | 'feed'
      | 'created_at'
      | 'resolved_at'
      | 'updated_at';
  };
  profile: ImportProfile;
  priority: ImportPriority;
  expected_records?: number;
  error_threshold: number;
  counts: ImportCounts;
  progress: ImportProgress;
  created_at: string;
  started_at?: string;
  completed_at?: string;
  quality?: Quality;
  failure?: {
    code: ImportFailureCode;
    reason: string;
  };
  upload?: UploadLink;
}
export interface UploadLink {
  method: 'PUT';
  url: string;
  headers: {
    [k: string]: string;
  };
  expires_at: string;
}
export interface ImportRecordPage {
  items: ImportRecord[];
  next_cursor: string | null;
}
export interface ImportRecord {
  line: number;
  id?: string;
  outcome: 'rejected' | 'failed' | 'unchanged';
  code: RejectionCode | UnchangedCode | FailureCode;
  reason: string;
}
export interface MovedImport {
  id: string;
  state: ImportState;
}
export interface HybridSearch {
  query: string;
  limit?: number;
  cursor?: string;
  /**
   * @minItems 1
   * @maxItems 10
   */
  types?: SearchType[];
  filters?: SearchFilters;
  weights?: {
    keyword: number;
    vector: number;
  };
  explain?: boolean;
}
export interface SearchFilters {
  category?: string | string[];
  product?: string | string[];
  status?: string | string[];
  tags?: string | string[];
  audience?: string | string[];
  state?: ArticleState | ArticleState[];
  /**
   * ISO 8601 date or date-time, in UTC when it names no zone
   */
  created_from?: string;
  /**
   * ISO 8601 date or date-time; a date without a time includes that day
   */
  created_to?: string;
}
export interface SearchAnswer {
  results: SearchResult[];
  total: number;
  took_ms: number;
  cache: 'hit' | 'miss';
  engine: string;
  model: string;
  fallback_used: ('keyword_search' | 'cached') | null;
  message?: string;
  search_id: string;
  next_cursor: string | null;
}
export interface SearchResult {
  id: string;
  type: SearchType;
  title: string | null;
  snippet: string;
  score: number;
  scores: {
    keyword: number | null;
    vector: number | null;
  };
  category: string | null;
  product: string | null;
  updated_at: string;
  explain?: SearchExplanation;
}
export interface SearchExplanation {
  keyword: {
    score: number;
    normalised: number;
    weight: number;
  } | null;
  vector: {
    score: number;
    normalised: number;
    weight: number;
  } | null;
  exact_title: boolean;
}
export interface SimilaritySearch {
  query?: string;
  case_id?: string;
  article_id?: string;
  limit?: number;
  cursor?: string;
  /**
   * @minItems 1
   * @maxItems 10
   */
  types?: SearchType[];
  filters?: SearchFilters;
  min_score?: number;
}
export interface IndexStatus {
  live: IndexGeneration;
  rebuild_needed: boolean;
  rebuild: IndexRebuild | null;
  retired: {
    generation: number;
    model: string;
    dimensions: number;
    embedder: string;
    index_version: number;
    written_until: string;
  }[];
  last_rebuild: EndedRebuild | null;
}
export interface IndexGeneration {
  generation: number;
  model: string;
  dimensions: number;
  embedder: string;
  index_version: number;
}
export interface EndedRebuild {
  generation: number;
  outcome: 'completed' | 'cancelled' | 'not_clean';
  started_at: string;
  finished_at: string;
}
export interface NewRebuild {
  embedder?: string;
}
export interface HealthHistory {
  items: HealthResult[];
}
export interface HealthResult {
  checked_at: string;
  run_id: string;
  status: HealthStatus;
  components: {
    [k: string]: HealthStatus;
  };
}
export interface Pipelines {
  pipelines: Pipeline[];
}
export interface Pipeline {
  id: string;
  name: string;
  kind: 'bulk' | 'real_time';
  status: 'running' | 'idle';
  last_run: string | null;
  queue_depth?: number | null;
}
export interface CaseMonitorStats {
  total_cases: number;
  new_cases_24h: number;
  processed_cases: number;
  unprocessed_cases: number;
  processing_rate: number;
  last_sync: string | null;
}
export interface NewCaseSync {
  full?: boolean;
  allow_deletions?: boolean;
}
export interface TriggeredRun {
  run_id: string;
  job_id: JobId;
  status: 'running';
}
export interface JobsStatus {
  scheduler_status: 'running' | 'paused';
  total_jobs: number;
  jobs: {
    [k: string]: Job;
  };
}
export interface Job {
  name: string;
  status: JobStatus;
  blocked_by: BreakerName | null;
  next_run: string | null;
  last_run: string | null;
  run_count: number;
  error_count: number;
  average_duration_ms: number | null;
}
export interface SwitchedJob {
  job_id: JobId;
  status: JobStatus;
}
export interface JobMetrics {
  job_id: JobId;
  runs: number;
  succeeded: number;
  failed: number;
  missed: number;
  skipped: number;
  error_rate_percent: number;
  duration_ms: {
    p50: number | null;
    p95: number | null;
    max: number | null;
  };
  throughput_per_second: number | null;
  last_run: string | null;
  last_success: string | null;
}
export interface JobRunPage {
  items: JobRun[];
  next_cursor: string | null;
}
export interface JobRun {
  run_id: string;
  job_id: JobId;
  trigger: JobRunTrigger;
  status: JobRunStatus;
  started_at: string;
  finished_at: string | null;
  duration_ms: number | null;
  counts: {
    [k: string]: number;
  };
  error?: string;
  steps: JobRunStep[];
  links: {
    execution?: string;
    logs?: string;
  };
}
export interface JobRunStep {
  name: string;
  status: 'running' | 'succeeded' | 'failed';
  started_at: string;
  duration_ms: number | null;
  error?: string;
}
export interface PatternPage {
  items: Pattern[];
  next_cursor: string | null;
}
export interface Pattern {
  id: string;
  label: string;
  category: string;
  product?: string;
  /**
   * Cases; 0 where it is a pattern no more
   */
  size: number;
  /**
   * Distinct customers; null where no case names one
   */
  customers: number | null;
  outcome: PatternOutcome;
  /**
   * Drafted from it, or saying the same already
   */
  article_id?: string;
  /**
   * Why no article was written
   */
  reason?:
    | 'no_cause'
    | 'no_fix'
    | 'no_diagnosis'
    | 'not_verified'
    | 'unsupported'
    | 'draft_unusable'
    | 'over_budget'
    | 'rejected';
  /**
   * What its cases would have to answer before an article can be written
   */
  questions?: string[];
  /**
   * Whether its cases have changed since it was looked at, or nobody has yet
   */
  outdated: boolean;
  /**
   * The pattern that now holds most of its cases
   */
  merged_into?: string;
  created_at: string;
  updated_at: string;
}
export interface PatternDetail {
  id: string;
  label: string;
  category: string;
  product?: string;
  /**
   * Cases; 0 where it is a pattern no more
   */
  size: number;
  /**
   * Distinct customers; null where no case names one
   */
  customers: number | null;
  outcome: PatternOutcome;
  /**
   * Drafted from it, or saying the same already
   */
  article_id?: string;
  /**
   * Why no article was written
   */
  reason?:
    | 'no_cause'
    | 'no_fix'
    | 'no_diagnosis'
    | 'not_verified'
    | 'unsupported'
    | 'draft_unusable'
    | 'over_budget'
    | 'rejected';
  /**
   * What its cases would have to answer before an article can be written
   */
  questions?: string[];
  /**
   * Whether its cases have changed since it was looked at, or nobody has yet
   */
  outdated: boolean;
  /**
   * The pattern that now holds most of its cases
   */
  merged_into?: string;
  created_at: string;
  updated_at: string;
  case_ids: string[];
}
export interface PatternWhy {
  pattern_id: string;
  summary: string;
  grouped_at: string;
  thresholds: {
    /**
     * Cosine from which two remedies are told in the same words
     */
    remedy: number;
    /**
     * Cosine from which two problems are told in the same words
     */
    complaint: number;
    /**
     * Cosine from which two groups of problems are told nearly alike
     */
    near: number;
  };
  /**
   * Cases that tell their remedy in the same words
   */
  wordings: {
    example: {
      id: string;
      title?: string;
    };
    cases: number;
  }[];
  joins: {
    /**
     * The two by a case of each
     *
     * @minItems 2
     * @maxItems 2
     */
    wordings: string[];
    /**
     * To one, over the next best reading; a million at most
     */
    odds: number;
    /**
     * Cases told like those of one and mended like those of the other
     */
    witnesses: {
      id: string;
      title?: string;
    }[];
  }[];
  /**
   * The surest pairs, and the weakest without which the cases would fall apart; surest first
   */
  near_problems: {
    /**
     * @minItems 2
     * @maxItems 2
     */
    cases: {
      id: string;
      title?: string;
    }[];
    cosine: number;
    /**
     * Words that both use, and what each adds to the cosine
     */
    shared_terms: {
      term: string;
      weight: number;
    }[];
  }[];
  near_remedies: {
    /**
     * @minItems 2
     * @maxItems 2
     */
    cases: {
      id: string;
      title?: string;
    }[];
    cosine: number;
    /**
     * Words that both use, and what each adds to the cosine
     */
    shared_terms: {
      term: string;
      weight: number;
    }[];
  }[];
  apart_from: {
    pattern: {
      id: string;
      label: string;
      category: string;
      size: number;
    };
    problem_cosine: number;
    remedy_cosine: number;
    /**
     * Words of remedies here that those there do not use
     */
    own_words: string[];
    other_words: string[];
  }[];
}
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  instance: string;
  errors?: {
    path: string;
    message: string;
  }[];
}

/** Where each operation lives. */
export const PLACES = {
  getHealthV1: { method: 'GET', path: '/api/v1/health' },
  getReadyV1: { method: 'GET', path: '/api/v1/health/ready' },
  getDetailedHealth: { method: 'GET', path: '/api/v1/health/detailed' },
  getPerformanceMetrics: { method: 'GET', path: '/api/v1/metrics/performance' },
  getPipelineMetrics: { method: 'GET', path: '/api/v1/metrics/pipeline' },
  listCases: { method: 'GET', path: '/api/v1/cases' },
  createCase: { method: 'POST', path: '/api/v1/cases' },
  getCase: { method: 'GET', path: '/api/v1/cases/{id}' },
  replaceCase: { method: 'PUT', path: '/api/v1/cases/{id}' },
  deleteCase: { method: 'DELETE', path: '/api/v1/cases/{id}' },
  listArticles: { method: 'GET', path: '/api/v1/knowledge' },
  createArticle: { method: 'POST', path: '/api/v1/knowledge' },
  getArticle: { method: 'GET', path: '/api/v1/knowledge/{id}' },
  replaceArticle: { method: 'PUT', path: '/api/v1/knowledge/{id}' },
  deleteArticle: { method: 'DELETE', path: '/api/v1/knowledge/{id}' },
  transitionArticle: { method: 'POST', path: '/api/v1/knowledge/{id}/transitions' },
  listReviewQueue: { method: 'GET', path: '/api/v1/knowledge/review-queue' },
  listArticleVersions: { method: 'GET', path: '/api/v1/knowledge/{id}/versions' },
  getArticleVersion: { method: 'GET', path: '/api/v1/knowledge/{id}/versions/{version}' },
  diffArticle: { method: 'GET', path: '/api/v1/knowledge/{id}/diff' },
  listArticleClaims: { method: 'GET', path: '/api/v1/knowledge/{id}/claims' },
  approveArticle: { method: 'POST', path: '/api/v1/knowledge/{id}/approve' },
  rejectArticle: { method: 'POST', path: '/api/v1/knowledge/{id}/reject' },
  mergeArticle: { method: 'POST', path: '/api/v1/knowledge/{id}/merge' },
  acceptProposal: { method: 'POST', path: '/api/v1/knowledge/{id}/proposal/accept' },
  rejectProposal: { method: 'POST', path: '/api/v1/knowledge/{id}/proposal/reject' },
  listFeed: { method: 'GET', path: '/api/v1/cases/{id}/feed' },
  addFeedItem: { method: 'POST', path: '/api/v1/cases/{id}/feed' },
  sendEvents: { method: 'POST', path: '/api/v1/events' },
  listProducts: { method: 'GET', path: '/api/v1/products' },
  listArticleLinks: { method: 'GET', path: '/api/v1/knowledge/{id}/links' },
  linkArticle: { method: 'POST', path: '/api/v1/knowledge/{id}/links' },
  unlinkArticle: { method: 'DELETE', path: '/api/v1/knowledge/{id}/links/{case_id}' },
  listRelatedArticles: { method: 'GET', path: '/api/v1/knowledge/{id}/related' },
  listCaseLinks: { method: 'GET', path: '/api/v1/cases/{id}/links' },
  getKnowledgeMetrics: { method: 'GET', path: '/api/v1/metrics/knowledge' },
  listImports: { method: 'GET', path: '/api/v1/imports' },
  createImport: { method: 'POST', path: '/api/v1/imports' },
  getImport: { method: 'GET', path: '/api/v1/imports/{id}' },
  listImportRecords: { method: 'GET', path: '/api/v1/imports/{id}/records' },
  continueImport: { method: 'POST', path: '/api/v1/imports/{id}/continue' },
  cancelImport: { method: 'POST', path: '/api/v1/imports/{id}/cancel' },
  retryImport: { method: 'POST', path: '/api/v1/imports/{id}/retry' },
  searchHybrid: { method: 'POST', path: '/api/v1/search/hybrid' },
  searchSimilarity: { method: 'POST', path: '/api/v1/search/similarity' },
  giveSearchFeedback: { method: 'POST', path: '/api/v1/search/feedback' },
  getSearchAnalytics: { method: 'GET', path: '/api/v1/search/analytics' },
  getIndexStatus: { method: 'GET', path: '/api/v1/admin/index' },
  rebuildIndex: { method: 'POST', path: '/api/v1/admin/index/rebuild' },
  cancelIndexRebuild: { method: 'POST', path: '/api/v1/admin/index/cancel' },
  getHealthHistory: { method: 'GET', path: '/api/v1/health/history' },
  listPipelines: { method: 'GET', path: '/api/v1/admin/pipelines' },
  getCaseMonitorStats: { method: 'GET', path: '/api/v1/admin/case-monitor/stats' },
  syncCaseSource: { method: 'POST', path: '/api/v1/admin/case-monitor/sync' },
  getJobsStatus: { method: 'GET', path: '/api/v1/admin/jobs/status' },
  triggerJob: { method: 'POST', path: '/api/v1/admin/jobs/{job_id}/trigger' },
  pauseJob: { method: 'POST', path: '/api/v1/admin/jobs/{job_id}/pause' },
  resumeJob: { method: 'POST', path: '/api/v1/admin/jobs/{job_id}/resume' },
  getJobMetrics: { method: 'GET', path: '/api/v1/admin/jobs/{job_id}/metrics' },
  listJobRuns: { method: 'GET', path: '/api/v1/admin/jobs/{job_id}/runs' },
  estimateKnowledge: { method: 'GET', path: '/api/v1/admin/knowledge/estimate' },
  getKnowledgeBudget: { method: 'GET', path: '/api/v1/admin/knowledge/budget' },
  setKnowledgeBudget: { method: 'PUT', path: '/api/v1/admin/knowledge/budget' },
  listPatterns: { method: 'GET', path: '/api/v1/patterns' },
  getPattern: { method: 'GET', path: '/api/v1/patterns/{id}' },
  explainPattern: { method: 'GET', path: '/api/v1/patterns/{id}/why' },
  getApiDocument: { method: 'GET', path: '/api/v1/openapi.json' },
  getApiDocs: { method: 'GET', path: '/api/v1/docs' },
} as const satisfies Record<keyof Operations, { method: string; path: string }>;
