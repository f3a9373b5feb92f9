import type { Family } from '../../pattern.ts';

/** Virtual machines do not start after the board was exchanged. */
export const virtualizationOff: Family = {
  category: 'processor_errors',
  products: ['r240', 'r540', 'd30'],
  codes: ['HVS-2410', 'VMX'],
  complaint: [
    {
      titles: [
        'accounting program gone after the repair',
        'nothing we need starts after yesterdays visit',
        'warehouse and accounting offline since repair',
      ],
      symptoms: [
        'After the repair the computer itself is up, but accounting and warehouse, which live inside it, are gone.',
        'The window where I normally press play says it cannot.',
        'Bookkeeping is stuck, the tax office expects our figures on {weekday}.',
        'It was promised that nothing would be different after the visit.',
      ],
      details: ['The mechanic left at five, at six we noticed.', 'All our files seem to be there.'],
    },
    {
      titles: [
        'Guests fail to boot: VMX not available on {host}',
        'HVS-2410 virtualization extensions disabled',
        'Hypervisor cannot load, CPU without VT-x',
      ],
      symptoms: [
        'No guest boots since the system board was replaced; the hypervisor module fails to load.',
        'HVS-2410 is logged: virtualization extensions disabled.',
        'KVM falls back to emulation, guests take h to boot.',
        'Hot migration towards {host} is refused by the cluster.',
      ],
      details: [
        "kvm: support for 'kvm_intel' disabled by bios",
        'Event 41, Hyper-V-Hypervisor: hypervisor launch failed; VMX not present',
        '$ egrep -c "(vmx|svm)" /proc/cpuinfo -> 0',
      ],
    },
    {
      titles: [
        'since planar sub, VMs kaput',
        'hyp wont spin after planar job',
        'planar sub fallout {ticket}',
      ],
      symptoms: [
        'Since planar sub hyp wont spin.',
        'Bare metal ok, virt workloads down.',
        'Cust rang 2h after I quit site.',
      ],
      details: ['Planar {part}, s/n {serial}.', 'NVRAM not carried over.'],
    },
  ],
  patterns: [
    {
      key: 'virtualization-disabled',
      title: 'Virtual machines do not start because VT-x is disabled after a board replacement',
      component: 'BIOS settings',
      cause: 'The replaced board has default settings, in which virtualization is disabled.',
      fix: 'Enable Intel VT-x and VT-d in the setup and start cold.',
      steps: ['Look for the vmx flag', 'Open the processor settings', 'Enable VT-x and VT-d', 'Cold start'],
      remedies: [
        {
          clues: ['It also asked me for the date and language when it came on, as if it was new.'],
          steps: [
            'On the phone we entered the blue menu together.',
            'A tick was absent in a line with a funny abbreviation.',
            'I made the tick.',
          ],
          causes: [
            'The new green plate came with its own habits, and one tick was absent.',
            'A tick was lost with the old plate.',
          ],
          fixes: [
            'Making that tick and switching fully off and on did it.',
            'We made both ticks, full stop, then on.',
          ],
          proofs: ['Accounting opened, phew.', 'The play button is green.'],
        },
        {
          clues: [
            'BIOS settings are at factory defaults after the board replacement.',
            'Asset tag and boot order are empty as well.',
          ],
          steps: [
            '1. /proc/cpuinfo has no vmx flag.',
            '2. BIOS setup, Processor Settings: Virtualization Technology Disabled.',
            '3. Exported settings of the old board are not available.',
          ],
          causes: [
            'Root cause: VT-x and VT-d disabled by default on the replacement system board.',
            'BIOS defaults loaded, virtualization disabled.',
          ],
          fixes: [
            'Enabled Virtualization Technology and VT for Direct I/O, cold reboot.',
            'hvcfg set bios.ProcVirtualization=Enabled, cold reboot.',
          ],
          proofs: ['kvm_intel loads, all guests up.', 'Cluster accepts migrations towards the host.'],
        },
        {
          clues: ['NVRAM blank.', 'Tag page blank too.'],
          steps: ['F2, silicon page.', 'VT toggles off x2.', 'Flipped.'],
          causes: ['Blank NVRAM ships w/ VT toggles off.'],
          fixes: ['Flipped VT toggles, F10, flexes out.', 'VT toggles on, flexes out 30s.'],
          proofs: ['Hyp spins, workloads up.', 'Cust confirmed by tel.'],
        },
      ],
      asked: {
        words: [
          'guests cannot be powered on since the motherboard was changed',
          'hypervisor will not load after repair',
        ],
        howTo: 'how to enable VT-x after a system board replacement',
      },
    },
  ],
};
