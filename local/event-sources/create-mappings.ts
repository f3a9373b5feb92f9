import type { Running } from '../resource-type.ts';
import { readSwitch, writeSwitch } from './mapping-switch.ts';

/** A mapping as it is described: what it is, what the template says, and how it is started. */
export type MappingDefinition = {
  readonly id: string;
  readonly sourceArn: string;
  readonly functionArn: string;
  /** As the template has it; a call overrules it. */
  readonly enabled: boolean;
  readonly start: () => Promise<Running>;
};

/** A mapping as Lambda's API shows it. */
export type MappingView = Pick<MappingDefinition, 'id' | 'sourceArn' | 'functionArn' | 'enabled'>;

/** The event-source mappings of the laptop form. */
export type Mappings = {
  /** Registers a mapping and starts it, unless it is disabled. */
  add(definition: MappingDefinition): Promise<Running>;
  /** A mapping; undefined when there is none of this id. */
  find(id: string): MappingView | undefined;
  /** Begins or ends polling for a function; what it is handling meanwhile comes back, as after a crash. Kept over restarts. */
  set(id: string, enabled: boolean): Promise<void>;
};

/** Makes the register of mappings. */
export const createMappings = (settings: {
  readonly dataDirectory: string;
  readonly log: (subject: string, line: string) => void;
}): Mappings => {
  const { dataDirectory, log } = settings;
  const known = new Map<string, { readonly definition: MappingDefinition; readonly poller: Poller }>();
  const isEnabled = ({ id, enabled }: MappingDefinition) => readSwitch(dataDirectory, id) ?? enabled;

  return {
    async add(definition) {
      const poller = createPoller(definition.start);
      known.set(definition.id, { definition, poller });
      await poller.turn(isEnabled(definition));
      return { stop: async () => poller.turn(false) };
    },
    find(id) {
      const definition = known.get(id)?.definition;
      return definition && { ...definition, enabled: isEnabled(definition) };
    },
    async set(id, enabled) {
      const mapping = known.get(id);
      if (!mapping) throw new Error(`there is no mapping ${id}`);
      if (isEnabled(mapping.definition) !== enabled)
        log('lambda', `mapping ${id} is ${enabled ? 'enabled' : 'disabled'}`);
      writeSwitch(dataDirectory, id, enabled);
      await mapping.poller.turn(enabled);
    },
  };
};

type Poller = { turn(on: boolean): Promise<void> };

/** Turns a poller on and off, one after the other however many ask at once. */
const createPoller = (start: () => Promise<Running>): Poller => {
  let running: Running | undefined;
  let last: Promise<void> = Promise.resolve();

  const turn = async (on: boolean): Promise<void> => {
    if (on === (running !== undefined)) return;
    const before = running;
    running = on ? await start() : undefined;
    await before?.stop();
  };

  return {
    async turn(on) {
      const turned = last.then(async () => turn(on));
      last = turned.catch(() => undefined);
      return turned;
    },
  };
};
