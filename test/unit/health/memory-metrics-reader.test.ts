import { metricsReaderContract } from '#test/contract/metrics-reader.contract.ts';
import { memoryMetricsReader } from '#test/support/memory-metrics-reader.ts';

metricsReaderContract('memory', async (measured) => memoryMetricsReader(measured));
