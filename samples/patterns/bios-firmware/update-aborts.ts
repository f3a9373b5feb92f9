import type { Family } from '../../pattern.ts';

/** A firmware update that does not go through: a stuck job in the BMC, or an intermediate version that is missing. */
export const updateAborts: Family = {
  category: 'bios_firmware',
  products: ['r540', 'r740x', 'b900', 's200'],
  codes: ['HVF-5230', 'RED021'],
  complaint: [
    {
      titles: [
        'cannot get the security patch in you mailed',
        'progress bar never finishes',
        'patch will not go in',
      ],
      symptoms: [
        'You mailed us to put in a security patch, but the bar stops and a red cross appears.',
        'I tried on three evenings, always the red cross.',
        'It asks me to contact my administrator, which is me.',
        'The insurance wants proof of the patch before payday.',
      ],
      details: ['I followed your leaflet word by word.', 'The download itself went smoothly.'],
    },
    {
      titles: [
        'HVF-5230 firmware update failed on {host}',
        'Update package rejected by BMC, RED021',
        '{model}: BIOS package fails at <12-88> percent',
      ],
      symptoms: [
        'The update package is rejected with RED021, job state Failed.',
        'HVF-5230: firmware update could not be applied.',
        'Upload through the BMC web interface succeeds, the job fails immediately afterwards.',
        'Repeated from a local repository, identical outcome.',
      ],
      details: [
        'job JID_<40000-99999>: Failed, MessageID RED021',
        'Lifecycle log {date}: SUP0518 HVF-5230',
        'Current BIOS {version}.',
      ],
    },
    {
      titles: ['burn kicks out, {part}', 'burn wont take', 'code drop balked at'],
      symptoms: [
        'Burn kicks out every try.',
        'Code drop balked at, usb + oob alike.',
        'Audit deadline looming for cust.',
      ],
      details: ['s/n {serial}.', 'Usb proven on peer unit.'],
    },
  ],
  patterns: [
    {
      key: 'bmc-job-stuck',
      title: 'Firmware update fails because a stuck job blocks the BMC',
      component: 'BMC job queue',
      cause: 'An earlier update job is stuck in the queue of the BMC and locks it.',
      fix: 'Clear the job queue, restart the BMC and update again.',
      steps: ['List the job queue', 'Delete the stuck job', 'Restart the BMC', 'Update again'],
      remedies: [
        {
          clues: ['In spring someone began this and was disturbed by lightning.'],
          steps: [
            'You looked into its waiting list together with me.',
            'An errand from spring was still waiting there.',
            'We crossed it out and woke the little helper chip.',
          ],
          causes: ['An unfinished errand from spring stood in the way.'],
          fixes: [
            'Crossed out the leftover errand, started over the helper chip, ran the patch.',
            'List emptied and tried once more.',
          ],
          proofs: ['Green tick, proof sent to the insurance.', 'Bar ran to the end at first go.'],
        },
        {
          clues: ['Job queue contains JID_<10000-39999> Running since <20-200> d.'],
          steps: [
            '1. hvcfg jobqueue view: one job Running at 1 percent since last quarter.',
            '2. hvcfg jobqueue delete --all: denied, mutex held.',
            '3. hvcfg jobqueue delete --force and BMC reset.',
          ],
          causes: [
            'Root cause: stale job holds the update mutex of the BMC.',
            'Job queue blocked by an interrupted job.',
          ],
          fixes: [
            'Forced deletion of the job queue, reset the BMC, reapplied the package.',
            'hvcfg jobqueue delete --force; hvcfg bmc reset; update repeated.',
          ],
          proofs: ['Job Completed, new BIOS active after reboot.', 'HVF-5230 no longer logged.'],
        },
        {
          clues: ['Q has zombie since Easter.'],
          steps: ['Zombie in Q.', 'Hard purge.', 'Mgmt brain bounced.'],
          causes: ['Zombie survives lock.'],
          fixes: ['Purged Q, bounced mgmt brain, reflashed.', 'Flexes out 2 min, purge, reflash.'],
          proofs: ['Burn took.', 'Screenshot fwd for audit, closed.'],
        },
      ],
      asked: {
        words: [
          'update job hangs at one percent for months and blocks new ones',
          'management controller refuses a package because of an old task',
        ],
        howTo: 'how to clear the job queue of the management controller',
      },
    },
    {
      key: 'intermediate-version-missing',
      title: 'Firmware update fails because an intermediate version is required',
      component: 'BIOS version',
      cause: 'The installed version is too old for a direct jump; signing keys changed in between.',
      fix: 'Install the intermediate version first, then the target.',
      steps: [
        'Compare the installed with the least version of the release notes',
        'Install the intermediate version',
        'Restart',
        'Install the target',
      ],
      remedies: [
        {
          clues: ['We have never patched it, just as it came from the factory in <2018-2020>.'],
          steps: [
            'You compared our number with a ladder in your booklet.',
            'Several rungs were skipped.',
            'You mailed me the rung in between.',
          ],
          causes: ['We wanted to leap over rungs of the ladder.'],
          fixes: [
            'Climbed the rung in between, and after a restart the newest.',
            'Two patches one after another instead of a single leap.',
          ],
          proofs: ['Newest number is shown, insurance satisfied.', 'Red cross is history.'],
        },
        {
          clues: ['Present BIOS 1.6.13; the release notes demand 2.2.11 as minimum.'],
          steps: [
            '1. Verified checksum and job queue: both fine.',
            '2. Release notes: direct upgrade from below 2.2.11 not supported (new signing key).',
            '3. Staged 2.2.11, rebooted, staged the target.',
          ],
          causes: [
            'Root cause: prerequisite version 2.2.11 missing, package signature not accepted.',
            'Upgrade path skips the version that introduces the new signing key.',
          ],
          fixes: [
            'Applied 2.2.11 as intermediate, then the target version.',
            'Two-step upgrade, reboot in between.',
          ],
          proofs: [
            'Inventory lists the target BIOS, compliance scan passed.',
            'Both jobs Completed without RED021.',
          ],
        },
        {
          clues: ['Code level prehistoric, Q blank.'],
          steps: ['Q clean.', 'Matrix says layover needed.', 'Layover flashed.'],
          causes: ['No layover, signer rolled.'],
          fixes: ['Layover burn then final.', 'Jump via layover drop.'],
          proofs: ['Final drop on banner.', 'Audit ok, closed.'],
        },
      ],
      asked: {
        words: [
          'cannot jump from a very old bios straight to the newest',
          'package signature not accepted, prerequisite release missing',
        ],
        howTo: 'how to find the upgrade path of a firmware',
      },
    },
  ],
};
