import type { Family } from '../../pattern.ts';

/** A degraded array: a failed disk, or a backplane cable that only makes it look so. */
export const arrayDegraded: Family = {
  category: 'hard_drive_failures',
  products: ['r540', 's200', 's400', 'f8'],
  codes: ['HVD-7001'],
  complaint: [
    {
      titles: [
        'orange light and beeping in the archive room',
        'box with our files beeps',
        'warning mail about our files, please help',
      ],
      symptoms: [
        'The box in the archive room beeps day and night and shows an orange light.',
        'I received a warning mail in the night, something about protection being reduced.',
        'We can still open everything, but I am afraid to touch it.',
        'The secretary put cotton wool on it because of the beeping.',
      ],
      details: [
        'The orange light is at the [second|third|fourth] drawer.',
        'All our contracts since 1998 are on there.',
      ],
    },
    {
      titles: [
        'HVD-7001 virtual disk degraded on {host}',
        'RAID {raid} degraded, physical disk 0:1:<0-11> offline',
        '{model}: array degraded, disk missing',
      ],
      symptoms: [
        'Virtual disk 0 (RAID {raid}) is degraded, physical disk 0:1:<0-11> is offline.',
        'HVD-7001 raised by the controller at {time}.',
        'Another failure would destroy the array.',
        'I/O latency doubled since the event.',
      ],
      details: [
        '$ perccli-like /c0/v0 show: Dgrd',
        'megaraid: PD 0<1-9>(e0x20/s<1-9>) state change ONLN(18) -> OFLN(10)',
        'Controller firmware {version}, standby disk not configured.',
      ],
    },
    {
      titles: ['bay <1-11> blinks angry, pool limping', 'pool limping at {site}', 'one spindle out'],
      symptoms: [
        'Pool limping, bay <1-11> blinks angry.',
        'One spindle out, alarm squealing.',
        'Cust nervous, no tape for <2-9> wks.',
      ],
      details: ['Shelf {part}, s/n {serial}.', 'Muted squealer.'],
    },
  ],
  patterns: [
    {
      key: 'disk-failed',
      title: 'Array degraded because a disk has failed',
      component: 'disk',
      cause: 'A disk has failed: reallocated sectors, predictive failure.',
      fix: 'Replace the disk and let the array rebuild.',
      steps: ['Read the SMART values', 'Check the backup', 'Replace the disk', 'Watch the rebuild'],
      remedies: [
        {
          clues: ['Some days before, it made a scratching noise, like a mouse.'],
          steps: [
            'You had me recite the sticker of the orange drawer.',
            'A courier brought a new drawer the next morning.',
            'Pulled the orange one, waited, slid the new one in.',
          ],
          causes: ['The third drawer had died of old age.', 'One drawer was worn out.'],
          fixes: [
            'New drawer is in, it filled itself for nine hours.',
            'Slid in the new drawer, left it alone overnight.',
          ],
          proofs: ['Light is green, beeping over.', 'All contracts open, cotton wool removed.'],
        },
        {
          clues: [
            'SMART: Reallocated_Sector_Ct <900-4000>, predictive failure flagged.',
            'Media error count <40-600> on this disk, zero on the others.',
          ],
          steps: [
            '1. smartctl -a: reallocated sectors above threshold, self-test failed.',
            '2. Verified last backup.',
            '3. Swapped position: errors follow the disk.',
          ],
          causes: [
            'Root cause: physical disk failed, media errors.',
            'Disk end of life, unrecoverable read errors.',
          ],
          fixes: [
            'Replaced the disk with the same model, rebuild finished after <4-15> h.',
            'Online-swapped the physical disk, configured a global standby disk.',
          ],
          proofs: [
            'Virtual disk Optimal, consistency check clean.',
            'No media errors after rebuild, HVD-7001 cleared.',
          ],
        },
        {
          clues: ['Spindle grinds when held to ear.'],
          steps: ['Drew caddy, grinds.', 'One from van.', 'Sat through resilver.'],
          causes: ['Spindle shot.'],
          fixes: ['Caddy subbed, resilver kicked.', 'Van one in, resilver till dawn.'],
          proofs: ['Pool healthy.', 'Slot calm, squealer re-armed, closed.'],
        },
      ],
      asked: {
        words: [
          'drive broken in raid, smart reports bad sectors',
          'storage beeps because one disk is worn out',
        ],
        howTo: 'how to replace a failed disk and rebuild',
      },
    },
    {
      key: 'backplane-cable',
      title: 'Array degraded because of a bad backplane cable',
      component: 'backplane cable',
      cause: 'The SAS cable to the backplane is loose or damaged; the disks are sound.',
      fix: 'Reseat or replace the SAS cable and bring the disks online.',
      steps: [
        'See whether errors remain with the slot',
        'Read link error counters',
        'Replace the cable',
        'Bring the disks online',
      ],
      remedies: [
        {
          clues: [
            'You exchanged that very drawer a fortnight ago already, and now it is orange again.',
            'Sometimes it is the third drawer, sometimes its neighbour.',
          ],
          steps: [
            'Another new drawer turned orange within the hour.',
            'The technician lifted the lid and followed the grey ribbon.',
            'The ribbon was pinched by the lid.',
          ],
          causes: ['A pinched ribbon behind the drawers, nothing wrong with the drawers.'],
          fixes: ['The ribbon was exchanged.', 'New ribbon laid clear of the lid.'],
          proofs: ['Green for a month.', 'Both drawers have stayed green.'],
        },
        {
          clues: [
            'SMART of the disk is clean; UDMA_CRC and phy errors increase.',
            'Second disk replaced in position 3 within <9-30> d.',
          ],
          steps: [
            '1. smartctl: no reallocated sectors, extended self-test passed.',
            '2. Phy error counters: invalid dwords on phy 3.',
            '3. Swapped position: errors remain with the position.',
          ],
          causes: [
            'Root cause: damaged SAS cable between controller and backplane.',
            'Loose SFF-8643 connector, link errors on two phys.',
          ],
          fixes: [
            'Replaced SAS cable, set the disk online, rebuild completed.',
            'Reseated SFF-8643 connectors, replaced cable A.',
          ],
          proofs: ['Phy error counters zero after 24 h of I/O.', 'Array Optimal, patrol read clean.'],
        },
        {
          clues: ['Fresh spindle angry too.', 'Lead creased behind cage.'],
          steps: ['Golden caddy same bay: angry.', 'Hood off, lead creased.', 'Fresh lead.'],
          causes: ['Creased lead, spindles innocent.'],
          fixes: ['Lead subbed, forced bay in, resilver.', 'Fresh lead + resilver.'],
          proofs: ['Slot calm 1 wk.', 'Pool healthy, closed.'],
        },
      ],
      asked: {
        words: [
          'new disk in the same slot goes offline again',
          'crc link errors though every drive passes its self-test',
        ],
        howTo: 'how to tell a bad sas cable from a bad disk',
      },
    },
  ],
};
