"""What every part of the window builds on: controller, settings, colours, actions."""
