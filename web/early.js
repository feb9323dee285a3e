// Before anything is painted: colours and sizes as they were left, so that nothing flashes and nothing jumps. Writes to the
// root element what effects/theme.rs writes later; whatever cannot be read is left to it. A file of its own and no inline
// script, for the page's security policy.
(() => {
  const root = document.documentElement;
  const asks = matchMedia("(prefers-contrast: more), (forced-colors: active)").matches;
  if (asks) root.dataset.contrast = "more";
  try {
    const folder = location.pathname.slice(0, location.pathname.lastIndexOf("/"));
    const stored = JSON.parse(localStorage.getItem(`lanes:${folder}/:document`)) ?? {};
    const { theme, layout = {} } = stored.settings ?? {};
    if (["light", "dark", "contrast"].includes(theme)) root.dataset.theme = theme;
    if (theme === "contrast") root.dataset.contrast = "more";
    const isProjected = layout.is_projected === true;
    if (isProjected) root.dataset.projected = "true";
    const own = (isProjected ? layout.projected : layout.ordinary) ?? (isProjected ? { closed: ["lesson"] } : {});
    const closed = Array.isArray(own.closed) ? own.closed.filter((each) => ["lesson", "code", "stage"].includes(each)) : [];
    if (stored.place === "") closed.push("no-lesson");
    root.dataset.closed = closed.join(" ");
    const size = (name, value, unit) => {
      if (Number.isInteger(value) && value >= 100 && value <= 850) root.style.setProperty(name, unit(value));
    };
    const percent = (value) => `${value / 10}%`;
    size("--lesson-width", own.lesson_width, percent);
    size("--lesson-height", own.lesson_height, percent);
    size("--code", own.code_width, (value) => `${value}fr`);
    size("--stage", own.code_width, (value) => `${1000 - value}fr`);
    size("--details", own.details_height, percent);
    if (root.style.getPropertyValue("--details")) root.dataset.details = "chosen";
  } catch {
    // Storage that is forbidden or holds nonsense: the page is as on the first visit.
  }
})();
