import { extractiveWriter } from '#adapters/embedded/extractive-writer.ts';
import { articleWriterContract } from './article-writer.contract.ts';

articleWriterContract('extractive', async () => extractiveWriter());
