import { bmcUnreachable } from './bios-firmware/bmc-unreachable.ts';
import { clockResets } from './bios-firmware/clock-resets.ts';
import { fansFullSpeed } from './bios-firmware/fans-full-speed.ts';
import { memoryTraining } from './bios-firmware/memory-training.ts';
import { noBootAfterUpdate } from './bios-firmware/no-boot-after-update.ts';
import { updateAborts } from './bios-firmware/update-aborts.ts';
import { arrayDegraded } from './hard-drive-failures/array-degraded.ts';
import { arraySlow } from './hard-drive-failures/array-slow.ts';
import { clickingDrive } from './hard-drive-failures/clicking-drive.ts';
import { foreignConfiguration } from './hard-drive-failures/foreign-configuration.ts';
import { ssdVanishes } from './hard-drive-failures/ssd-vanishes.ts';
import { volumeFull } from './hard-drive-failures/volume-full.ts';
import { addressPool } from './network-issues/address-pool.ts';
import { linkFlaps } from './network-issues/link-flaps.ts';
import { loopStorm } from './network-issues/loop-storm.ts';
import { nameResolution } from './network-issues/name-resolution.ts';
import { slowTransfers } from './network-issues/slow-transfers.ts';
import { wirelessRoaming } from './network-issues/wireless-roaming.ts';
import { chargingStops } from './power-supply/charging-stops.ts';
import { doesNotTurnOn } from './power-supply/does-not-turn-on.ts';
import { poeBudget } from './power-supply/poe-budget.ts';
import { redundancyLost } from './power-supply/redundancy-lost.ts';
import { suddenShutdown } from './power-supply/sudden-shutdown.ts';
import { upsRuntime } from './power-supply/ups-runtime.ts';
import { adapterThrottle } from './processor-errors/adapter-throttle.ts';
import { idleCores } from './processor-errors/idle-cores.ts';
import { machineCheck } from './processor-errors/machine-check.ts';
import { mixedSteppings } from './processor-errors/mixed-steppings.ts';
import { overheating } from './processor-errors/overheating.ts';
import { virtualizationOff } from './processor-errors/virtualization-off.ts';

import type { Family } from '../pattern.ts';

/** Every family of patterns, in the order of their categories. */
export const families: readonly Family[] = [
  adapterThrottle,
  idleCores,
  machineCheck,
  mixedSteppings,
  overheating,
  virtualizationOff,
  addressPool,
  linkFlaps,
  loopStorm,
  nameResolution,
  slowTransfers,
  wirelessRoaming,
  bmcUnreachable,
  clockResets,
  fansFullSpeed,
  memoryTraining,
  noBootAfterUpdate,
  updateAborts,
  arrayDegraded,
  arraySlow,
  clickingDrive,
  foreignConfiguration,
  ssdVanishes,
  volumeFull,
  chargingStops,
  doesNotTurnOn,
  poeBudget,
  redundancyLost,
  suddenShutdown,
  upsRuntime,
];
