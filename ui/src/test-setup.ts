// What jsdom lacks and components need: sizes never change there, so observers may stay silent.
class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= SilentObserver as unknown as typeof ResizeObserver;
Element.prototype.scrollIntoView ??= () => {};
// A window of any width, in the light scheme.
globalThis.matchMedia ??= ((media: string) => ({
  media,
  matches: false,
  addEventListener: () => {},
  removeEventListener: () => {},
})) as unknown as typeof matchMedia;
