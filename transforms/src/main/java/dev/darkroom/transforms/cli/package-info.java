/** A program on the command line: its verbs, what was typed, what it means, how it ends. */
package dev.darkroom.transforms.cli;
