import { chromiumEngine, standardEngine, type Engine } from '../standard/engine';

/** The engine of the browser that shows the page, as far as its ways are known; else the standard. */
export function thisEngine(userAgent = navigator.userAgent): Engine {
  return /\bChrom(?:e|ium)\//.test(userAgent) ? chromiumEngine : standardEngine;
}
