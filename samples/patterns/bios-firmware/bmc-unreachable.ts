import type { Family } from '../../pattern.ts';

/** The management console cannot be reached after its update. */
export const bmcUnreachable: Family = {
  category: 'bios_firmware',
  products: ['r540', 'r740x', 'b900'],
  codes: ['HVF-5402'],
  complaint: [
    {
      titles: [
        'remote control page of the big computer gone',
        'cannot see the little web page with the lamps',
        'control page vanished after service evening',
      ],
      symptoms: [
        'The little web page where I can see the lamps and press the pretend button does not come up any longer.',
        'The big computer itself works, only its remote control page is gone.',
        'If something happens at night I must now drive forty kilometres.',
        'Bookmark, typed by hand, other browser: an empty tab.',
      ],
      details: [
        'It was there before the service evening.',
        'I asked the student who did the service, he has no clue.',
      ],
    },
    {
      titles: [
        'BMC of {host} unreachable after firmware {version}',
        'HVF-5402 management interface link down',
        'No ping to management IP following BMC update',
      ],
      symptoms: [
        'Since BMC firmware {version} the management IP does not answer ping or HTTPS.',
        'HVF-5402: management interface link down, seen through in-band IPMI.',
        'KVM console and virtual media unavailable for <3-30> hosts.',
        'The operating system is not affected.',
      ],
      details: [
        'ipmitool lan print 1: IP Address Source: DHCP, IP Address 0.0.0.0',
        'Dedicated port shows no link on the management switch.',
        'Monitoring: check_bmc CRITICAL since {date}.',
      ],
    },
    {
      titles: ['mgmt jack dark since burn', 'OOB awol {part}', 'lights-out out'],
      symptoms: ['Mgmt jack dark since burn.', 'OOB awol, payload ok.', 'Crash cart only way in.'],
      details: ['s/n {serial}, cage <1-9>.', 'Lead subbed, jack remains dark.'],
    },
  ],
  patterns: [
    {
      key: 'bmc-shared-port',
      title: 'Management console unreachable because the update set it to the shared port',
      component: 'BMC network',
      cause: 'The update reset the network selection of the BMC from Dedicated to Shared LOM.',
      fix: 'Set the NIC selection to Dedicated and enter the address again.',
      steps: [
        'Read the network settings from the operating system',
        'Set the selection to Dedicated',
        'Enter address and VLAN',
        'Test the console',
      ],
      remedies: [
        {
          clues: ['The student says he pressed "recommended" everywhere.'],
          steps: [
            'You let me type a long sentence in a black window.',
            'It replied that the page had hopped to a different socket.',
            'Typed a second sentence.',
          ],
          causes: ['The page had silently hopped to a different socket.'],
          fixes: [
            'With the second sentence it moved back.',
            'Moved the page to its own socket again and wrote down its number.',
          ],
          proofs: ['Bookmark works, all lamps green.', 'I can sleep again.'],
        },
        {
          clues: ['In-band query: NIC Selection = Shared LOM1.'],
          steps: [
            '1. hvcfg get bmc.NIC.Selection: LOM1.',
            '2. Static address absent, source DHCP.',
            '3. Compared a host not yet updated: Dedicated.',
          ],
          causes: [
            'Root cause: BMC update resets NIC Selection to Shared LOM1.',
            'Network settings of the BMC wiped, DHCP on shared LOM.',
          ],
          fixes: [
            'hvcfg set bmc.NIC.Selection=Dedicated, static IP and VLAN {vlan} restored.',
            'Restored BMC configuration by in-band script on all hosts.',
          ],
          proofs: ['HTTPS and KVM reachable, check_bmc OK.', 'HVF-5402 cleared on each host.'],
        },
        {
          clues: ['Front LCD: route = mobo.'],
          steps: ['LCD menu, route mobo.', 'Route -> own jack.', 'Keyed addr.'],
          causes: ['Burn flipped route.'],
          fixes: ['Route to own jack via LCD.', 'LCD: own jack, addr keyed.'],
          proofs: ['Jack lit, cust in from desk.', 'OOB ok, crash cart stowed.'],
        },
      ],
      asked: {
        words: [
          'out of band console no longer answers after upgrade',
          'remote management address lost, host itself alive',
        ],
        howTo: 'how to set the management controller to its dedicated port',
      },
    },
  ],
};
