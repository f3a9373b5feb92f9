import type { Family } from '../../pattern.ts';

/** A desktop drive that clicks. */
export const clickingDrive: Family = {
  category: 'hard_drive_failures',
  products: ['d30', 'n14'],
  codes: ['HVD-7210'],
  complaint: [
    {
      titles: [
        'my computer goes tick tick tick',
        'photos of ten years will not open',
        'ticking noise, then freezes',
      ],
      symptoms: [
        'It goes tick tick tick like a kitchen timer, and then everything freezes.',
        'Folders open empty, or only after minutes.',
        'The photos of ten years are on there, my husband is in tears.',
        'Starting takes three attempts, with a blue page about repairing itself.',
      ],
      details: ['It fell off the table at the removal.', 'We have a copy from last Christmas only.'],
    },
    {
      titles: [
        'HVD-7210 read failures on {model}',
        'HDD read element failure, SMART 01 and C5',
        'Unreadable sectors on system disk of {host}',
      ],
      symptoms: [
        'The system HDD reports HVD-7210 and I/O timeouts of <10-60> s.',
        'Pending sector count <200-3000> and rising.',
        'chkdsk aborts in phase 4 with unreadable clusters.',
        'Event 7 (bad block) and event 153 (retried I/O) are logged continuously.',
      ],
      details: [
        'disk: The device, \\Device\\Harddisk0\\DR0, has a bad block.',
        'SMART C5 raw <200-3000>, C6 raw <100-900>.',
        'Model HV-HDD-1T, firmware {version}.',
      ],
    },
    {
      titles: ['clunker in desktop', 'platter clunk, punter data at risk', 'clunk clunk {part}'],
      symptoms: ['Platter clunk at spin.', 'Punter begs for pics.', 'Bench rig stalls at <3-60> %.'],
      details: ['s/n {serial}, dropped per punter.', 'Bench job {ticket}.'],
    },
  ],
  patterns: [
    {
      key: 'head-crash',
      title: 'Desktop drive clicks and loses data because its heads are damaged',
      component: 'disk',
      cause: 'Mechanical damage of the heads after a shock.',
      fix: 'Switch off, image what can be read, replace the disk and restore.',
      steps: [
        'Switch off at once',
        'Image the disk read-only',
        'Replace the disk',
        'Restore from image and backup',
      ],
      remedies: [
        {
          clues: ['The ticking gets louder when it is warm.'],
          steps: [
            'You said to switch it off at once and not to try again.',
            'Brought it to your counter.',
            'Your specialist scraped together what was still legible.',
          ],
          causes: ['The needle inside was bent by the fall, as with a record player.'],
          fixes: [
            'A new storage thing went in and what was saved was put back.',
            'You put in one without moving parts and copied Christmas plus the rescued rest.',
          ],
          proofs: ['Most photos are there, my husband smiles.', 'No ticking, starts in ten seconds.'],
        },
        {
          clues: ['SMART attribute 01 and C5 fail; self-test: read element failure.'],
          steps: [
            '1. Powered down to prevent further damage.',
            '2. ddrescue -d -r3: <91-99> percent recovered.',
            '3. Extended self-test: read element failure.',
          ],
          causes: [
            'Root cause: mechanical head damage after shock.',
            'HDD heads degraded, media damage spreading.',
          ],
          fixes: [
            'Replaced with SSD, restored image and backup of {date}.',
            'Cloned readable sectors to a new disk, sfc /scannow, files restored.',
          ],
          proofs: ['Event log free of 7 and 153.', 'SMART of the new disk clean, user verified documents.'],
        },
        {
          clues: ['G-roster huge, arm slaps stop.'],
          steps: ['Killed juice.', 'Rig in reverse, slow pass.', 'Got <80-97> %.'],
          causes: ['Arm slapped, platter scored.'],
          fixes: ['Fitted burn stick, poured data.', 'Burn + pour, old clunker shredded.'],
          proofs: ['Punter okayed pics.', 'Quiet, closed.'],
        },
      ],
      asked: {
        words: ['disk makes clicking sound and files vanish', 'unreadable sectors after the pc was dropped'],
        howTo: 'how to rescue data from a failing disk',
      },
    },
  ],
};
