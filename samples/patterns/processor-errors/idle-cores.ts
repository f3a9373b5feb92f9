import type { Family } from '../../pattern.ts';

/** Half of the cores do not work because a profile switched them off. */
export const idleCores: Family = {
  category: 'processor_errors',
  products: ['r240', 'r540', 'r740x'],
  codes: ['HVS-2150'],
  complaint: [
    {
      titles: [
        'new server no faster than the old one',
        'we paid for double power but got half',
        'monthly report takes as long as before the purchase',
      ],
      symptoms: [
        'We bought the expensive kind so that the monthly report would finish before lunch, yet nothing got quicker.',
        'According to the invoice it has twice the muscle, you would not guess it.',
        'Everybody says it resembles our old one from <2012-2016>.',
        'The salesman promised we would notice a difference right away.',
      ],
      details: [
        'In the row of little graphs I see only half as many as in the brochure.',
        'The accountant measured: two hours forty, exactly like last year.',
      ],
    },
    {
      titles: [
        'Only <8-16> of 32 cores visible on {model}',
        'HVS-2150 core count reduced, {host}',
        'lscpu displays half of the expected cores',
      ],
      symptoms: [
        'lscpu lists half of the physical cores, the remainder is offline.',
        'The BMC logs HVS-2150 core count reduced at every boot.',
        'vCPU ready time rises above <12-25> percent since the host was commissioned.',
        'The scheduler cannot place more than <8-16> threads; the socket is rated at 32.',
      ],
      details: [
        '$ lscpu | grep On-line: On-line CPU(s) list: 0-15',
        'dmesg: smpboot: Allowing 16 CPUs, 0 hotplug CPUs',
        'Operating system is licensed for all sockets.',
      ],
    },
    {
      titles: [
        'unit splashes w/ half its cylinders',
        '{part} underpopulated per Splash',
        'fresh install, lanes awol',
      ],
      symptoms: [
        'Splash: half the cylinders.',
        'Fresh install, lanes awol.',
        'Order sheet says 32, banner says 16.',
      ],
      details: ['s/n {serial}, config sheet checked.', 'Slug p/n correct.'],
    },
  ],
  patterns: [
    {
      key: 'cores-disabled-by-profile',
      title: 'Half of the cores are missing because the energy profile disables them',
      component: 'BIOS profile',
      cause: 'The factory profile "Efficiency" disables half of the cores.',
      fix: 'Choose the profile "Maximum performance" and set active cores to All.',
      steps: [
        'Compare visible with physical cores',
        'Open the system profile in the setup',
        'Set active cores to All',
        'Cold start and count again',
      ],
      remedies: [
        {
          clues: [
            'It came in a box with a green leaf sticker.',
            'Somebody chose the thrifty option when it was unpacked.',
          ],
          steps: [
            'The helpdesk walked me through a grey menu right after switching on.',
            'We saw a green leaf.',
            'Underneath it said that part of the engine takes a nap.',
          ],
          causes: ['A thrifty option puts half of the engine to sleep to shrink the bill.'],
          fixes: [
            'We picked the sporty option instead, saved and waited.',
            'Turned the leaf off, picked "sporty".',
          ],
          proofs: ['The report is done in fifty minutes.', 'Accountant is delighted.'],
        },
        {
          clues: [
            'The setup was never changed from factory defaults.',
            'System profile in the BMC inventory reads Efficiency.',
          ],
          steps: [
            '1. dmidecode -t processor: Core Count 32, Core Enabled 16.',
            '2. BIOS setup, System Profile: Efficiency, Active Cores: Half.',
            '3. Compared with a good host: Active Cores: All.',
          ],
          causes: [
            'Root cause: system profile Efficiency disables half of the cores per socket.',
            'Active Cores was limited to Half by the default profile.',
          ],
          fixes: [
            'Set System Profile to Maximum Performance, Active Cores to All, cold reboot.',
            'racadm-style: hvcfg set bios.ActiveCores=All, then a cold reboot.',
          ],
          proofs: [
            'lscpu now lists 32 cores, ready time below 2 percent.',
            'HVS-2150 is not logged at boot anymore.',
          ],
        },
        {
          clues: ['Shipped w/ eco preset.', 'Eco jumper label on hood.'],
          steps: [
            'F2 at banner, preset page.',
            'Spotted eco preset loaded.',
            'Sheet says preset must be MAX.',
          ],
          causes: ['Eco preset halves cylinders.'],
          fixes: ['Loaded MAX preset, F10, pulled flexes 30 s.', 'Preset eco -> MAX.'],
          proofs: ['Banner 32/32.', 'Cust eyeballed banner, signed.'],
        },
      ],
      asked: {
        words: [
          'half of the processors do not show up in the operating system',
          'brand new machine performs like an old one, threads missing',
        ],
        howTo: 'how to enable all cores in the setup',
      },
    },
  ],
};
