import type { Family } from '../../pattern.ts';

/** No operating system after an update: the boot mode flipped, or Secure Boot refuses an old loader. */
export const noBootAfterUpdate: Family = {
  category: 'bios_firmware',
  products: ['d30', 'n15-pro', 'r240'],
  codes: ['HVF-5107'],
  complaint: [
    {
      titles: [
        'after the overnight patch my computer says [nothing to start from|nothing at all]',
        'patch ran, now only black with white letters',
        'cannot get in since automatic patch',
      ],
      symptoms: [
        'It put on something overnight and this morning there is only black with white letters.',
        'It tells me there is nothing to start from and to press a key, over and over.',
        'I never get to the picture with the flowers where I type my password.',
        'Three of us in the office have it, those who left theirs running overnight.',
      ],
      details: [
        'My thesis is on there, please tell me it is not lost!',
        'A number appears for a blink, I could not write it down.',
      ],
    },
    {
      titles: [
        'No bootable device after BIOS {version} on {model}',
        'HVF-5107 boot failure after firmware update',
        '{host} stuck at UEFI shell following BIOS rollout',
      ],
      symptoms: [
        'After the BIOS rollout the system reports no bootable device.',
        'HVF-5107: boot option failed, falling back to the UEFI shell or PXE.',
        'The disk is detected in the inventory and passes its self-test.',
        '<6-60> endpoints of the same deployment ring are affected.',
      ],
      details: [
        'Deployment job: BIOS {version}, ring <1-3>, {date}.',
        'efibootmgr from a rescue medium lists the Windows Boot Manager entry.',
        'BitLocker recovery was not requested.',
      ],
    },
    {
      titles: ['burn done, wont see OS', 'since burn brickish, {part}', 'kiosk kaput after burn wave'],
      symptoms: [
        'Since burn, splash ok, wont see OS.',
        'Cursor top corner eternally.',
        'Kiosk wave <5-20> units dark.',
      ],
      details: ['s/n {serial}.', 'Burn pushed by cust tooling.', 'Drv seen in F12 roster.'],
    },
  ],
  patterns: [
    {
      key: 'boot-mode-flipped',
      title: 'No boot after a BIOS update because the boot mode was reset',
      component: 'BIOS settings',
      cause:
        'The update reset the boot mode from Legacy to UEFI (or the reverse), so the installed system is not found.',
      fix: 'Set the boot mode back to the one that the system was installed in.',
      steps: [
        'Find out how the disk is partitioned',
        'Read the boot mode',
        'Set it back',
        'Protect the setting in the next update',
      ],
      remedies: [
        {
          clues: ['My machine is the oldest of the three, still with the faded sticker.'],
          steps: [
            'Your colleague had me hammer the delete key until a blue menu came.',
            'There was a choice between the old way and the new way of starting.',
            'It stood on the new way.',
          ],
          causes: [
            'Overnight it had been put on the new way of starting, which my old arrangement does not know.',
          ],
          fixes: ['Picked the old way, saved, done.', 'We put it on the old way of starting again.'],
          proofs: ['Flowers and password box are there, thesis too!', 'Has started properly every morning.'],
        },
        {
          clues: ['The disk is partitioned as MBR.', 'Settings were reset to defaults by the flash utility.'],
          steps: [
            '1. Rescue medium: fdisk shows an MBR (dos) label.',
            '2. BIOS setup: Boot Mode UEFI, CSM disabled.',
            '3. Compared with the export before the rollout: Boot Mode Legacy.',
          ],
          causes: [
            'Root cause: the BIOS update applied defaults and changed Boot Mode from Legacy to UEFI.',
            'CSM disabled by defaults, MBR installation not bootable.',
          ],
          fixes: [
            'Set Boot Mode to Legacy and enabled CSM.',
            'Restored the exported BIOS profile (hvcfg import), added /preserve to the deployment job.',
          ],
          proofs: ['All endpoints of the ring boot.', 'Second update with /preserve kept the mode.'],
        },
        {
          clues: ['Old build, msdos table.', 'Compat toggle blank.'],
          steps: ['F2, first page: new-style only.', 'Build is old-style.', 'Flipped toggle.'],
          causes: ['Burn wiped toggle to new-style.'],
          fixes: ['Toggle flipped to old-style.', 'Compat back in, F10.'],
          proofs: ['Kiosk alive.', 'Did remaining units same way, closed.'],
        },
      ],
      asked: {
        words: [
          'pc finds no operating system after bios flash, mbr disk',
          'legacy installation not found after settings were reset',
        ],
        howTo: 'how to change between legacy and uefi boot mode',
      },
    },
    {
      key: 'secure-boot-revoked',
      title: 'No boot after a BIOS update because Secure Boot refuses an outdated loader',
      component: 'Secure Boot',
      cause: 'The update brought a newer revocation list (dbx), which refuses the outdated boot loader.',
      fix: 'Update the boot loader (shim), with Secure Boot off for that moment, and switch it on again.',
      steps: [
        'Read the Secure Boot violation',
        'Switch Secure Boot off',
        'Update the boot loader',
        'Switch Secure Boot on',
      ],
      remedies: [
        {
          clues: [
            'There is a red sentence with a padlock.',
            'I dont use the usual one, my son put on the penguin one.',
          ],
          steps: [
            'Read you the red sentence on the phone.',
            'You explained the doorman has a new booklet of banned guests.',
            'We told the doorman to take a break, let the penguin renew its passport, and called the doorman back.',
          ],
          causes: ['The doorman received a new booklet, and the penguin had an expired passport.'],
          fixes: [
            'Renewed the passport while the doorman was off.',
            'Doorman off, all penguin patches put on, doorman on.',
          ],
          proofs: ['Starts with padlock shut, no red.', 'Everything is there and still guarded.'],
        },
        {
          clues: [
            'Message: Verifying shim SBAT data failed: Security Policy Violation.',
            'mokutil --sb-state: SecureBoot enabled; shim 15.4.',
          ],
          steps: [
            '1. Noted the message: SBAT self-check failed.',
            '2. Disabled Secure Boot: system boots.',
            '3. Installed shim 15.8 and grub2 from the distribution.',
          ],
          causes: [
            'Root cause: the update installed a newer dbx revocation, shim 15.4 is revoked.',
            'Outdated signed boot loader rejected by the SBAT level.',
          ],
          fixes: [
            'Updated shim to 15.8, re-enabled Secure Boot.',
            'Upgraded shim-signed and grub-efi on all endpoints, Secure Boot enabled afterwards.',
          ],
          proofs: ['mokutil confirms SecureBoot enabled, boot passes.', 'No HVF-5107 in the next ring.'],
        },
        {
          clues: ['Ugly SB screen w/ lock icon, tux build.'],
          steps: ['SB toggle off: draws.', 'Startup blob stale.', 'Pulled latest pkgs, SB toggle on.'],
          causes: ['Stale startup blob on ban roster.'],
          fixes: ['Latest startup pkgs, SB on.', 'Reimaged w/ current tux build.'],
          proofs: ['lock icon closed + draws.', 'Wave finished, closed.'],
        },
      ],
      asked: {
        words: [
          'security policy violation at startup after firmware rollout',
          'linux refuses to load because its loader was revoked',
        ],
        howTo: 'how to update shim so that secure boot accepts it',
      },
    },
  ],
};
