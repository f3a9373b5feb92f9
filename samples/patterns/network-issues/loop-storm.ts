import type { Family } from '../../pattern.ts';

/** A loop brings the whole network down. */
export const loopStorm: Family = {
  category: 'network_issues',
  products: ['x2448', 'x4800'],
  codes: ['HVN-3610', '%STORM_CONTROL'],
  complaint: [
    {
      titles: [
        'whole office at a standstill',
        'nothing works on any floor',
        'everything froze at once, phones too',
      ],
      symptoms: [
        'At {time} everything froze at once: phones, printers, the door opener, simply everything.',
        'All the little lamps in the cellar flicker like a Christmas fair.',
        'Nobody on any floor can work.',
        'It eases for a minute, then freezes again.',
      ],
      details: [
        'We had a workshop with guests in the big meeting room.',
        'The janitor pulled the main plug once, that gave us peace for one minute.',
      ],
    },
    {
      titles: [
        'Broadcast storm in VLAN {vlan}, HVN-3610',
        'MAC flapping and CPU 99 percent on {host}',
        '%STORM_CONTROL filter on several ports',
      ],
      symptoms: [
        'Broadcast storm in VLAN {vlan}, control plane CPU at 99 percent.',
        'MAC addresses flap between Gi1/0/<1-24> and Gi1/0/<25-48>.',
        'HVN-3610 raised on all access switches within <3-9> seconds.',
        'SSH to the switch stack times out, console only.',
      ],
      details: [
        '%SW_MATM-4-MACFLAP_NOTIF: Host {mac} in vlan {vlan} is flapping between port Gi1/0/7 and port Gi1/0/31',
        '%STORM_CONTROL-3-FILTERED: A Broadcast storm detected on Gi1/0/7',
        'BPDU guard is not enabled on access ports.',
      ],
    },
    {
      titles: ['LAN meltdown {site}', 'meltdown, every LED solid', 'site dark, LEDs mad'],
      symptoms: [
        'LAN meltdown, every LED mad.',
        'Site dark, cust on mobile hotspot.',
        'Yanked risers one by one, riser <2-7> calms it.',
      ],
      details: ['Gear {part} x<4-12>.', 'Sev1, drove out.'],
    },
  ],
  patterns: [
    {
      key: 'loop-by-desk-switch',
      title: 'Network stands still because of a loop behind a desk switch or phone',
      component: 'spanning tree',
      cause: 'Somebody plugged both ends of a cable into the network; access ports have no BPDU guard.',
      fix: 'Remove the loop and enable BPDU guard and loop protection on access ports.',
      steps: [
        'Find the ports between which addresses flap',
        'Shut one',
        'Remove the loop',
        'Enable BPDU guard',
      ],
      remedies: [
        {
          clues: ['A cord lay loose on a bench and somebody tidied up.'],
          steps: [
            'We pulled cords room by room while your man listened on the phone.',
            'At the long bench both tips of a single cord sat in the wall.',
            'Took one tip out.',
          ],
          causes: [
            'A guest had put both tips of one cord into the wall.',
            'Somebody tidied a loose cord into the second hole.',
          ],
          fixes: [
            'Took the cord away; your man also locked the wall holes against it.',
            'Took it off and you added a safety lock.',
          ],
          proofs: [
            'Door opener and printers were back that second.',
            'We tried it on purpose later, only one hole went dead.',
          ],
        },
        {
          clues: [
            'The flapping ports lead to conference area <1-5>.',
            'An unmanaged 5-port switch appears behind Gi1/0/7.',
          ],
          steps: [
            '1. show mac address-table notification: flapping between Gi1/0/7 and Gi1/0/31.',
            '2. shutdown Gi1/0/31: CPU falls to 9 percent.',
            '3. Traced both outlets to an unmanaged mini switch.',
          ],
          causes: [
            'Root cause: layer 2 loop through an unmanaged switch, BPDU guard not configured.',
            'Patch cable looped between two access ports.',
          ],
          fixes: [
            'Removed the loop, configured spanning-tree bpduguard and storm-control on access ports.',
            'Enabled loop-protect and bpduguard default globally.',
          ],
          proofs: [
            'Deliberate loop test: port err-disabled within 1 s, no impact.',
            'CPU 7 percent, no MACFLAP since.',
          ],
        },
        {
          clues: ['5-way gizmo in duct.'],
          steps: ['Half-split risers.', 'Spotted gizmo in duct, into itself.', 'Binned gizmo.'],
          causes: ['Gizmo fed back into itself.'],
          fixes: ['Gizmo binned, fence on edge.', 'Fence rolled to every edge jack.'],
          proofs: ['LEDs sane.', 'Meltdown proof passed, closed sev1.'],
        },
      ],
      asked: {
        words: [
          'entire building offline, all activity lights blink wildly',
          'addresses flap between two ports and the switch cpu is full',
        ],
        howTo: 'how to protect access ports against loops',
      },
    },
  ],
};
