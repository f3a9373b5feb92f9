import type { WorkerEvents, WorkerProcess } from './worker-process.ts';

export type WorkerPoolProps = {
  readonly start: (events: WorkerEvents) => WorkerProcess;
  readonly workers: number;
  /** Texts that may wait; more are refused, so that memory has a bound. */
  readonly mostWaiting: number;
  /** A worker that takes longer for one text is ended and replaced. */
  readonly milliseconds: number;
};

/** Runs texts on processes, one at a time each. */
export type WorkerPool = {
  /** The model's numbers for the pieces of one text; a signal that is aborted takes a waiting text back. */
  run(pieces: readonly number[], signal: AbortSignal): Promise<Float32Array>;
  /** Ends the processes; what waits or runs is refused. */
  readonly close: () => void;
};

type Task = {
  readonly id: number;
  readonly pieces: readonly number[];
  readonly signal: AbortSignal;
  readonly done: (numbers: Float32Array) => void;
  readonly failed: (error: Error) => void;
  tries: number;
};

type Slot = { process: WorkerProcess | undefined; task: Task | undefined; timer: NodeJS.Timeout | undefined };

/** A text is tried on a second process when the first one died or hung; the second failure is the text's own. */
const MOST_TRIES = 2;

/**
 * A pool of processes that start when there is work. One that dies or takes too long is replaced, and its text tried
 * once more; a text that the model itself refuses is not.
 */
export const workerPool = ({ start, workers, mostWaiting, milliseconds }: WorkerPoolProps): WorkerPool => {
  const waiting: Task[] = [];
  const slots: Slot[] = Array.from({ length: workers }, () => ({
    process: undefined,
    task: undefined,
    timer: undefined,
  }));
  let [next, closed] = [0, false];

  const release = (slot: Slot): Task | undefined => {
    const { task } = slot;
    clearTimeout(slot.timer);
    slot.task = undefined;
    return task;
  };

  const ended = (slot: Slot, reason: string): void => {
    slot.process = undefined;
    const task = release(slot);
    if (task && task.tries < MOST_TRIES && !closed) waiting.unshift(task);
    else task?.failed(new Error(`the worker of the model ${reason}`));
    work();
  };

  const processOf = (slot: Slot): WorkerProcess => {
    slot.process ??= start({
      answered: (answer) => {
        if (answer.id !== slot.task?.id) return;
        const task = release(slot);
        if ('numbers' in answer) task?.done(answer.numbers);
        else task?.failed(new Error(`the model failed: ${answer.error}`));
        work();
      },
      ended: (reason) => ended(slot, reason),
    });
    return slot.process;
  };

  const work = (): void => {
    for (const slot of slots) {
      if (slot.task) continue;
      let task = waiting.shift();
      while (task?.signal.aborted) {
        task.failed(new Error('given up'));
        task = waiting.shift();
      }
      if (!task) return;
      task.tries += 1;
      slot.task = task;
      const process = processOf(slot);
      slot.timer = setTimeout(() => process.kill(), milliseconds);
      process.give({ id: task.id, pieces: [...task.pieces] });
    }
  };

  return {
    run: (pieces, signal) =>
      new Promise((done, failed) => {
        if (closed) return failed(new Error('the workers of the model are closed'));
        if (waiting.length >= mostWaiting)
          return failed(new Error(`${mostWaiting} texts wait for the model`));
        next += 1;
        waiting.push({ id: next, pieces, signal, done, failed, tries: 0 });
        return work();
      }),
    close() {
      closed = true;
      for (const task of waiting.splice(0)) task.failed(new Error('the workers of the model are closed'));
      for (const { process } of slots) process?.kill();
    },
  };
};
