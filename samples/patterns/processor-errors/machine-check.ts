import type { Family } from '../../pattern.ts';

/** Crashes by machine checks: a processor that is broken, or microcode that is too old. */
export const machineCheck: Family = {
  category: 'processor_errors',
  products: ['r540', 'r740x', 'b900'],
  codes: ['HVS-2204', 'MCE bank 5'],
  complaint: [
    {
      titles: [
        'booking system dies over and over a day',
        'big computer keeps starting over by itself',
        'we get thrown out of the cash program again and again',
      ],
      symptoms: [
        'Out of nowhere the whole thing freezes, goes blank and comes back after ten minutes.',
        'All cash desks lose their session at once and the ladies at reception have to type everything again.',
        'Since yesterday it simply fell over again and again.',
        'There is a blue page with a sad face for a second, then it starts over.',
        'We lost the orders of a whole morning because of this, our boss is not amused.',
      ],
      details: [
        'Nobody put on anything.',
        'It does not matter whether many or few people are logged in.',
        'A photo of the blue page is attached, it is blurry, sorry.',
      ],
    },
    {
      titles: [
        '{host} panics with machine check exception',
        'HVS-2204 uncorrectable CPU error, unplanned reboot',
        'Fatal MCE bank 5 on {model}',
      ],
      symptoms: [
        '{host} panics with a fatal machine check exception, roughly every <6-30> h.',
        'After each panic the BMC logs HVS-2204 and the server reboots unattended.',
        'vmcore shows an uncorrected error in MCE bank 5, processor context corrupt.',
        'The hypervisor reports PSOD, <12-40> virtual machines rebooted by HA.',
      ],
      details: [
        'mce: [Hardware Error]: CPU <0-47>: Machine Check Exception: 5 Bank 5: be00000000800400',
        'kernel panic - not syncing: Fatal machine check',
        'SEL: {date} | Processor CPU1 | IERR | Asserted | HVS-2204',
        'Memory test (memtest86, 4 passes) found no errors, so DIMMs are excluded.',
      ],
    },
    {
      titles: [
        'unit drops kaput, red cross lamp',
        'node falls over at random, cust furious',
        'spontaneous resets {part}',
      ],
      symptoms: [
        'Box keels over willy-nilly, red cross lamp, self-recovers.',
        'Node keeled over <3-9>x this wk.',
        'Cust furious, wants RCA.',
        'Resets unrelated to duty or hour.',
      ],
      details: [
        's/n {serial}, bay <1-14>.',
        'Collected bundle, uploaded to ftp.',
        'RAM subbed last visit, no joy.',
      ],
    },
  ],
  patterns: [
    {
      key: 'processor-defective',
      title: 'Machine checks because a processor is defective',
      component: 'processor',
      cause: 'One processor is defective: the errors follow it to another socket.',
      fix: 'Replace the defective processor.',
      steps: [
        'Read the machine check bank',
        'Swap the processors',
        'See whether the error follows',
        'Replace the one it follows',
      ],
      remedies: [
        {
          clues: [
            'The restart always begins with the same beep.',
            'It got steadily worse since the thunderstorm.',
          ],
          steps: [
            'The technician shuffled the two main chips around and waited until it fell over again.',
            'Same chip was to blame in its other place.',
            'So he sent for another one.',
          ],
          causes: ['One of the two brains was broken.', 'A main chip had a flaw from birth.'],
          fixes: [
            'That chip was exchanged under guarantee.',
            'The engineer exchanged the bad brain on {weekday}.',
          ],
          proofs: [
            'Not a single blackout in a month, reception is happy.',
            'Cash desks have been running without interruption.',
          ],
        },
        {
          clues: [
            'All events name the same physical socket, CPU1.',
            'mcelog decodes to an internal parity error of CPU1 only.',
          ],
          steps: [
            '1. mcelog --client: every event on CPU1, bank 5.',
            '2. Swapped CPU1 and CPU2: the events relocated to CPU2.',
            '3. Microcode already at the latest revision, ruled out.',
          ],
          causes: [
            'Root cause: processor hardware defect, the error follows the part.',
            'Defective CPU, internal parity errors follow it between sockets.',
          ],
          fixes: [
            'Replaced the processor (RMA) and returned the part for analysis.',
            'Replaced CPU1, pins of the socket inspected, no damage.',
          ],
          proofs: [
            'No machine check for <7-21> d under production load.',
            'Burn-in with mprime for 12 h passed without HVS-2204.',
          ],
        },
        {
          clues: ['Fault lamp marks same slug always.', 'Diag card: slug B.'],
          steps: ['Crossed slugs A/B.', 'Fault walked with slug.', 'Phoned depot for a sub.'],
          causes: ['Slug B duff.', 'Rotten silicon, walks with slug.'],
          fixes: ['Fitted depot slug, bagged duff one.', 'Slug subbed out, dust cover binned.'],
          proofs: ['Ran diag loop till dawn, clean.', 'Zero resets at callback, closed.'],
        },
      ],
      asked: {
        words: [
          'server reboots at random, internal parity error stays with one socket',
          'chip damaged, system falls over daily',
        ],
        howTo: 'how to tell whether a processor is broken by swapping sockets',
      },
    },
    {
      key: 'microcode-outdated',
      title: 'Machine checks because the microcode is outdated',
      component: 'microcode',
      cause: 'An erratum of the processor that newer microcode works around.',
      fix: 'Update the BIOS to a version that carries the newer microcode.',
      steps: [
        'Compare microcode revisions of good and bad servers',
        'Find the erratum',
        'Update the BIOS',
        'Watch for events',
      ],
      remedies: [
        {
          clues: [
            'Our sister branch has the very same kind and its one does it too.',
            'It began for both of our computers in the same week.',
          ],
          steps: [
            'Support asked what number is shown at the very beginning, and it was a rather ancient one.',
            'They leafed through a catalogue of blunders of the maker.',
            'We let them connect remotely in the evening.',
          ],
          causes: [
            'The built-in instructions of the chip contained a blunder which the maker has mended meanwhile.',
            'The chip was working from ancient instructions.',
          ],
          fixes: [
            'They put in fresh instructions remotely.',
            'We received a stick with the newest instructions and let it work.',
          ],
          proofs: ['It has survived every busy Saturday so far.', 'Both branches have peace.'],
        },
        {
          clues: [
            'Events appear on all sockets and on <3-8> other hosts of this model.',
            'Affected hosts run microcode 0x2b000<111-390>, healthy ones 0x2b0005c0.',
          ],
          steps: [
            '1. Distribution of events: scattered across sockets and hosts, no single part.',
            '2. grep microcode /proc/cpuinfo: revision two releases behind.',
            '3. Matched the signature with erratum SPR-141 in the release notes.',
          ],
          causes: [
            'Root cause: erratum SPR-141, fixed by microcode 0x2b0005c0.',
            'Outdated microcode; the C6 exit erratum raises a false uncorrectable error.',
          ],
          fixes: [
            'Updated BIOS to 2.14.1, which loads microcode 0x2b0005c0.',
            'Rolled BIOS 2.14.1 out to all hosts in maintenance mode, one by one.',
          ],
          proofs: [
            'Cluster free of HVS-2204 for <10-30> d.',
            'rdmsr confirms the new revision on each host, no panic since.',
          ],
        },
        {
          clues: ['Peer nodes same symptom, same code level.', 'Lamp marks slug A today, slug B tomorrow.'],
          steps: ['Code level read: stale by two drops.', 'Bulletin HB-77 fits.', 'No parts warranted.'],
          causes: ['Stale ucode per bulletin HB-77.', 'Documented silicon bug, see HB-77.'],
          fixes: ['Flashed all nodes to latest drop.', 'Brought fleet onto current drop via thumb drv.'],
          proofs: ['Fleet steady 3 wks.', 'No further calls, closed.'],
        },
      ],
      asked: {
        words: [
          'many hosts crash with hardware errors on different sockets',
          'several identical servers panic, erratum suspected',
        ],
        howTo: 'how to check and update the microcode revision',
      },
    },
  ],
};
