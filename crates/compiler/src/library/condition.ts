// A wait that ends early has given the mutex up; it is taken again before anything else happens.
class $Condition {
  async wait(this: any, options?) {
    const notified = __conditionWait(this, options);
    try {
      await notified;
    } catch (reason) {
      await __conditionRelock(this);
      throw reason;
    }
  }
  async waitFor(this: any, ms, options?) {
    const notified = __conditionWaitFor(this, ms, options);
    let isNotified;
    try {
      isNotified = (await notified) !== false;
    } catch (reason) {
      await __conditionRelock(this);
      throw reason;
    }
    if (!isNotified) await __conditionRelock(this);
    return isNotified;
  }
}
