import type { Need } from '../iam/need.ts';
import type { MappingProperties } from './mapping-properties.ts';

const QUEUE_ACTIONS = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'];
// Lambda asks for ListStreams too. AWS's examples grant it by table, its reference says that it takes no resource: not asked.
const STREAM_ACTIONS = ['GetRecords', 'GetShardIterator', 'DescribeStream'];

/** Rights that Lambda asks of a function's role before it polls for it, and for the failures that it sends away. */
export const sourceNeeds = ({
  EventSourceArn: source,
  DestinationConfig,
}: Pick<MappingProperties, 'EventSourceArn' | 'DestinationConfig'>): readonly Need[] => {
  const service = source.split(':')[2] ?? '';
  const actions = service === 'sqs' ? QUEUE_ACTIONS : STREAM_ACTIONS;
  const destination = DestinationConfig?.OnFailure.Destination;
  return [
    ...actions.map((action) => ({ action: `${service}:${action}`, resource: source })),
    ...(destination === undefined ? [] : [{ action: 'sqs:SendMessage', resource: destination }]),
  ];
};
