import * as z from 'zod';
import { fillSource } from './source/fill-source.ts';

// Prepares the case database of the laptop form before it starts: a child process of the supervisor.

/** Tickets of the help desk that `npm start` follows. */
const TICKETS = 500;

process.once('disconnect', () => process.exit(0));
const { CASELORE_CASE_DATABASE: url, CASELORE_SAMPLE: sample } = z
  .object({ CASELORE_CASE_DATABASE: z.string(), CASELORE_SAMPLE: z.enum(['on', 'off']) })
  .parse(process.env);
await fillSource(url, sample === 'on' ? TICKETS : 0);
if (process.connected) process.disconnect();
