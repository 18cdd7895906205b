/** The application: one main, a verb each for what it does. */
package dev.darkroom.pipeline;
