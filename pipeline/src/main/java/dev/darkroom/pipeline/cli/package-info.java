/** What was typed, what it means, and how the program ends. */
package dev.darkroom.pipeline.cli;
