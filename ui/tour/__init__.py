"""The guided tour: the real window, walked through by the keyboard as a clerk would."""
