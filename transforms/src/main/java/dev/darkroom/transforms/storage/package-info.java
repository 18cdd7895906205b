/** Files by Beam's file systems: whole small files, many reads ahead, moves and sweeps. */
package dev.darkroom.transforms.storage;
