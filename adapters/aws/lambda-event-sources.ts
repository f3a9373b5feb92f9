import { type LambdaClient, UpdateEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import type { EventSources } from '#core/ports/event-sources.ts';

/** Mappings as Lambda knows them, by UUID; one that is just changing refuses, and the next look tries again. */
export const lambdaEventSources = (client: LambdaClient): EventSources => ({
  async set(mapping, enabled) {
    await client.send(new UpdateEventSourceMappingCommand({ UUID: mapping, Enabled: enabled }));
  },
});
