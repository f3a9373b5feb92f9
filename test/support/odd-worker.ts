// A worker for tests of the pool; the first piece of a text says what it does.

const [DIE, HANG, REFUSE] = [1, 2, 3];

process.on('disconnect', () => process.exit());
process.on('message', ({ id, pieces: [first, second] }: { id: number; pieces: number[] }) => {
  if (first === DIE) {
    process.stderr.write('no memory\n');
    process.exit(7);
  }
  if (first === HANG) return;
  process.send!(
    first === REFUSE
      ? { id, error: 'odd shape' }
      : { id, numbers: Float32Array.of(process.pid, second ?? 0) },
  );
});
