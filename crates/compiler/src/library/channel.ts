class $Channel {
  // What is sent, until the channel is closed and drained.
  [Symbol.asyncIterator](this: any) {
    const channel = this;
    return {
      async next() {
        const value = await channel.receive();
        const done = value === undefined && channel.closed && channel.length === 0;
        return { value, done };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
