import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { endRecordedProcess, recordProcess } from '#local/emulators/process-record.ts';

const directory = mkdtempSync(join(tmpdir(), 'caselore-record-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const sleeper = () => spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });

describe('endRecordedProcess', () => {
  it('ends the process that was recorded', async () => {
    const file = join(directory, 'ours.pid');
    const child = sleeper();
    const exit = once(child, 'exit');
    recordProcess(file, child.pid!);

    await endRecordedProcess(file);

    expect(await exit).toEqual([null, 'SIGKILL']);
    expect(existsSync(file)).toBe(false);
  });

  it('leaves a process alone that only has the same number', async () => {
    const file = join(directory, 'theirs.pid');
    const child = sleeper();
    recordProcess(file, child.pid!);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"startedAt":"\d+"/, '"startedAt":"1"'));

    await endRecordedProcess(file);

    expect(child.exitCode).toBeNull();
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  });

  it('does nothing without a record or with half of one', async () => {
    const file = join(directory, 'torn.pid');
    writeFileSync(file, '{"pid": 1');

    await expect(endRecordedProcess(file)).resolves.toBeUndefined();
    await expect(endRecordedProcess(join(directory, 'none.pid'))).resolves.toBeUndefined();
  });
});
