// A request to a server: it is admitted, takes its time, and is answered by the program's function, or by itself.
class $Server {
  async request(this: any, payload?, options?) {
    const signal = __isObject(options) ? options.signal : undefined;
    const arrival = __serverArrive(this, options);
    const request = __isPromise(arrival) ? await arrival : arrival;
    let isLost = false;
    let hasFailed = false;
    let answer = payload;
    try {
      const served = __serverServe(this);
      if (signal === undefined) await served;
      else await __untilAborted(served, signal);
      hasFailed = __serverFails(this);
      const handle = __serverAnswers(this);
      if (!hasFailed && handle !== undefined) answer = await handle(payload);
    } finally {
      isLost = __serverLeave(this, request);
    }
    if (isLost) throw __errorWithCode("the connection was lost: the server went down", "ECONNRESET");
    if (hasFailed) throw __errorWithCode("the request failed", "EFAILED");
    return answer;
  }
}
class $globalThis {
  static simulatedConnection(options?) {
    return new __simulatedConnection(options);
  }
  static async fetch(url, init?) {
    const signal = __isObject(init) ? init.signal : undefined;
    if (signal !== undefined && signal.aborted) throw signal.reason;
    const asked = `${url}`;
    const network = __network();
    let isLost = false;
    let hasFailed = false;
    try {
      const arrival = __serverArrive(network, init);
      const request = __isPromise(arrival) ? await arrival : arrival;
      try {
        const served = __serverServe(network, `fetch ${asked}`);
        if (signal === undefined) await served;
        else await __untilAborted(served, signal);
        hasFailed = __serverFails(network);
      } finally {
        isLost = __serverLeave(network, request);
      }
    } catch (error) {
      if (signal !== undefined && signal.aborted) throw signal.reason;
      throw new TypeError("fetch failed", { cause: error });
    }
    if (isLost || hasFailed) throw new TypeError("fetch failed");
    return await __answerFetch(__serverAnswers(network), asked, init);
  }
}
function __errorWithCode(message, code) {
  const error: any = new Error(message);
  error.code = code;
  return error;
}
// What a promise gives, unless the signal is aborted first.
async function __untilAborted(promise, signal) {
  let onAbort;
  const aborted = new Promise((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
async function __answerFetch(routes, url, init) {
  const method = __isObject(init) && init.method !== undefined ? `${init.method}` : "GET";
  const body = __isObject(init) ? init.body : undefined;
  if (routes === undefined) return __response(url, 200, { url, method, body });
  const route = __routeOf(routes, url);
  if (route === undefined) return __response(url, 404, `there is no ${url}`);
  const answers = routes[route];
  if (__isCallable(answers)) return __response(url, 200, await answers({ url, method, body }));
  if (!(answers instanceof Server)) return __response(url, 200, answers);
  try {
    return __response(url, 200, await answers.request({ url, method, body }));
  } catch (error) {
    return __response(url, 503, `${error}`);
  }
}
// The longest route that the URL's path is, or begins with if the route ends with a star.
function __routeOf(routes, url) {
  const path = url.replace(/^[a-z]+:\/\/[^/?#]*/i, "").replace(/[?#].*$/, "") || "/";
  let best;
  for (const route of Object.keys(routes)) {
    const isMatch = route.endsWith("*") ? path.startsWith(route.slice(0, -1)) : path === route;
    if (isMatch && (best === undefined || route.length > best.length)) best = route;
  }
  return best;
}
// A response; an answer of the shape { status, body } says so itself.
function __response(url, otherwise, answer) {
  const isWhole = __isObject(answer) && typeof answer.status === "number" && "body" in answer;
  const status = isWhole ? answer.status : otherwise;
  const body = isWhole ? answer.body : answer;
  const text = typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);
  return {
    url,
    status,
    ok: status >= 200 && status < 300,
    text() {
      return Promise.resolve(text);
    },
    json() {
      try {
        return Promise.resolve(JSON.parse(text));
      } catch (error) {
        return Promise.reject(error);
      }
    },
  };
}
class $SimulatedConnection {
  async connect(this: any) {
    await __linkPause(this);
    if (__linkRefuses(this)) throw __errorWithCode("the connection was refused", "ECONNREFUSED");
    __linkOpen(this);
  }
  async disconnect(this: any) {
    __linkClose(this);
  }
  async isAlive(this: any) {
    return this.state === "connected";
  }
  async query(this: any, text, result?) {
    __linkEnter(this);
    await __linkPause(this, `${text}`);
    if (__linkFails(this)) throw __errorWithCode("the query failed", "EFAILED");
    return result;
  }
}
