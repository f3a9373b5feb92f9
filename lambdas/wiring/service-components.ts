import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoTableComponent } from '#adapters/aws/dynamo-table-component.ts';
import { sqsQueueComponent } from '#adapters/aws/sqs-queue-component.ts';
import { answerInTime } from '#adapters/system/answer-in-time.ts';
import type { Component } from '#core/ports/component.ts';

type Clients = { readonly documents: DynamoDBDocumentClient; readonly sqs: SQSClient };

type Named = {
  readonly CASES_TABLE: string;
  readonly ARTICLES_TABLE: string;
  readonly IMPORTS_TABLE: string;
  readonly SEGMENTS_QUEUE_URL: string;
};

/** Who asks for health gives up soon; a part that hangs must not keep the answer from them. */
const PATIENCE_MS = 3_000;

/** What the service stands on, each part asked for a few seconds at most. */
export const serviceComponents = (
  { documents, sqs }: Clients,
  index: { ping(): Promise<void> },
  env: Named,
): readonly Component[] =>
  [
    dynamoTableComponent(documents, 'database', env.CASES_TABLE),
    dynamoTableComponent(documents, 'knowledge', env.ARTICLES_TABLE),
    dynamoTableComponent(documents, 'imports', env.IMPORTS_TABLE),
    { name: 'vector_store', ping: () => index.ping() },
    sqsQueueComponent(sqs, 'queues', env.SEGMENTS_QUEUE_URL),
  ].map((component) => answerInTime(component, PATIENCE_MS));
