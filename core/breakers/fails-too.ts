/** Whether a small call fails, as the call before it did. */
export const failsToo = (probe: () => Promise<unknown>) => async (): Promise<boolean> => {
  try {
    await probe();
    return false;
  } catch {
    // That it fails is the answer; the caller throws the fault that was there first.
    return true;
  }
};
